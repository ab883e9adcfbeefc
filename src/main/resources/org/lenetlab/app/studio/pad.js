// A sheet to draw on, with mouse, finger, pen or keyboard.

const PEN = 0.075; // width of a stroke by that of the sheet
const STEP = 0.03; // of the keyboard's pen

const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class Pad {
  #canvas;
  #changed;
  #strokes = []; // each a list of points, 0 … 1
  #stroke = null; // the one that is being drawn
  #pen = null; // of the keyboard: where it is, or null

  /** changed is called whenever there is another drawing. */
  constructor(canvas, changed) {
    this.#canvas = canvas;
    this.#changed = changed;
    canvas.addEventListener("pointerdown", (event) => this.#begin(event));
    canvas.addEventListener("pointermove", (event) => this.#go(event));
    for (const end of ["pointerup", "pointercancel"]) {
      canvas.addEventListener(end, () => (this.#stroke = null));
    }
    canvas.addEventListener("keydown", (event) => this.#key(event));
    canvas.addEventListener("blur", () => this.#lift());
  }

  get empty() {
    return this.#strokes.length === 0;
  }

  clear() {
    this.#strokes = [];
    this.#stroke = null;
    this.#drawn();
  }

  undo() {
    this.#strokes.pop();
    this.#stroke = null;
    this.#drawn();
  }

  /** The drawing as a PNG file. */
  picture() {
    const copy = document.createElement("canvas");
    copy.width = copy.height = this.#canvas.width / 2;
    this.#ink(copy);
    return new Promise((done) => copy.toBlob(done, "image/png"));
  }

  #point(event) {
    const box = this.#canvas.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  }

  #begin(event) {
    if (event.button !== 0) return;
    this.#canvas.setPointerCapture(event.pointerId);
    this.#pen = null;
    this.#stroke = [this.#point(event)];
    this.#strokes.push(this.#stroke);
    this.#drawn();
  }

  #go(event) {
    if (!this.#stroke || event.buttons === 0) return;
    const between = event.getCoalescedEvents?.() ?? [];
    this.#stroke.push(...(between.length ? between : [event]).map((e) => this.#point(e)));
    this.#drawn();
  }

  #key(event) {
    const move = MOVES[event.key];
    if (move) {
      const [x, y] = this.#pen ?? [0.5, 0.3];
      const clamp = (value) => Math.min(0.95, Math.max(0.05, value));
      this.#pen = this.#pen ? [clamp(x + STEP * move[0]), clamp(y + STEP * move[1])] : [x, y];
      this.#stroke?.push(this.#pen);
    } else if (event.key === " ") {
      this.#pen ??= [0.5, 0.3];
      this.#stroke = this.#stroke ? null : [this.#pen];
      if (this.#stroke) this.#strokes.push(this.#stroke);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      this.clear();
    } else {
      return;
    }
    event.preventDefault();
    this.#drawn();
  }

  #lift() {
    this.#pen = null;
    this.#stroke = null;
    this.#show();
  }

  #drawn() {
    this.#show();
    this.#changed();
  }

  #show() {
    this.#ink(this.#canvas);
    if (!this.#pen) return;
    const size = this.#canvas.width;
    const context = this.#canvas.getContext("2d");
    context.beginPath();
    context.arc(this.#pen[0] * size, this.#pen[1] * size, PEN * size * 0.7, 0, 2 * Math.PI);
    context.lineWidth = this.#stroke ? 8 : 3;
    context.strokeStyle = "#b84a00";
    context.stroke();
  }

  /** Black on transparent: what is transparent lies on white paper. */
  #ink(canvas) {
    const size = canvas.width;
    const context = canvas.getContext("2d");
    context.clearRect(0, 0, size, size);
    context.lineCap = context.lineJoin = "round";
    context.lineWidth = PEN * size;
    context.strokeStyle = "#000";
    for (const stroke of this.#strokes) {
      context.beginPath();
      for (const [x, y] of stroke) context.lineTo(x * size, y * size);
      context.lineTo(stroke.at(-1)[0] * size, stroke.at(-1)[1] * size + 0.01); // a dot is a line
      context.stroke();
    }
  }
}
