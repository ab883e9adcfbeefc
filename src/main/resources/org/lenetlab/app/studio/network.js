// Draws what a network makes of a picture: its answer, and every layer.

const TILE = 80; // about how wide a map is
const CELL = 12; // how wide a unit of a vector is
const UNITS = 42; // in a row; the 84 of F6 are two
const GLYPH = 10;

const percent = (share) => `${(100 * share).toFixed(1)} %`;

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.flat());
  return made;
}

/** Colours for −127 … 127, from one over the middle to the other. */
function shades(low, middle, high) {
  const style = getComputedStyle(document.documentElement);
  const [a, b, c] = [low, middle, high].map((name) =>
    style.getPropertyValue(name).match(/[0-9a-f]{2}/gi).map((hex) => Number.parseInt(hex, 16)));
  return (value) => {
    const end = value < 0 ? a : c;
    return b.map((channel, i) => channel + (Math.abs(value) / 127) * (end[i] - channel));
  };
}

const signed = () => shades("--negative", "--zero", "--positive");

/** From the smallest value to the largest, as paper and ink. */
function ink(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const shade = shades("--zero", "--zero", "--ink");
  return (value) => shade((127 * (value - low)) / Math.max(1, high - low));
}

function paint(canvas, values, shade) {
  const context = canvas.getContext("2d");
  const image = context.createImageData(canvas.width, canvas.height);
  values.forEach((value, i) => image.data.set([...shade(value), 255], 4 * i));
  context.putImageData(image, 0, 0);
}

const decoded = (maps) => Int8Array.from(atob(maps.values), (char) => char.charCodeAt(0));

/** As many canvases as there are maps; one for a vector. */
function canvases(maps, size) {
  const vector = maps.height === 1 && maps.width === 1;
  const width = vector ? Math.min(UNITS, maps.channels) : maps.width;
  const height = vector ? Math.ceil(maps.channels / UNITS) : maps.height;
  const scale = size ?? (vector ? CELL : Math.max(1, Math.round(TILE / maps.height)));
  return Array.from({ length: vector ? 1 : maps.channels }, () => {
    const canvas = element("canvas", { width, height, className: "pixels" });
    canvas.style.width = `${scale * width}px`;
    return canvas;
  });
}

function figure(maps, title, words, size) {
  const tiles = element("div", { className: "tiles", role: "img", ariaLabel: words });
  tiles.append(...canvases(maps, size));
  return element("figure", {}, element("figcaption", {}, title), tiles);
}

function fill(figure, maps, shade) {
  const values = decoded(maps);
  const tiles = figure.querySelectorAll("canvas");
  const step = values.length / tiles.length;
  tiles.forEach((tile, i) => paint(tile, values.subarray(i * step, (i + 1) * step), shade));
}

function title(maps) {
  const size = maps.height * maps.width === 1 ? "units" : `maps of ${maps.height}×${maps.width}`;
  const what = maps.channels === 1 ? `${maps.height}×${maps.width}` : `${maps.channels} ${size}`;
  return [element("b", {}, maps.name), " ", element("span", {}, what)];
}

const shape = (sight) => JSON.stringify([sight.input, ...sight.layers, sight.glyph],
  (key, value) => (["values", "largest"].includes(key) ? undefined : value));

/** Shows the layers; makes new figures only for another network. */
export function showLayers(place, sight) {
  if (place.dataset.shape !== shape(sight)) {
    place.dataset.shape = shape(sight);
    place.replaceChildren(
      figure(sight.input, title(sight.input), "The picture as the network sees it"),
      ...sight.layers.map((maps) => figure(maps, title(maps), `Outputs of layer ${maps.name}`)));
    if (sight.glyph) place.append(glyph(sight.glyph));
  }
  const figures = place.querySelectorAll(":scope > figure");
  fill(figures[0], sight.input, ink(decoded(sight.input)));
  sight.layers.forEach((maps, i) => fill(figures[i + 1], maps, signed()));
  if (sight.glyph) showGlyph(place.querySelector(".glyph"), sight);
}

function glyph({ output, target }) {
  return element("div", { className: "glyph" },
    figure(output, [element("b", {}, output.name), " as a picture"],
      `The units of ${output.name} as a picture of 7 by 12`, GLYPH),
    figure(target, "", "The target as a picture of 7 by 12", GLYPH));
}

function showGlyph(place, { glyph, classes, label }) {
  const [output, target] = place.children;
  fill(output, glyph.output, ink(decoded(glyph.output)));
  fill(target, glyph.target, ink(decoded(glyph.target)));
  target.firstChild.textContent = `the target of ${classes[label]}`;
}

/** Shows the answer: in words, and a bar for each class. */
export function showAnswer(words, bars, sight) {
  const best = sight.probabilities[sight.label];
  const name = sight.classes[sight.label];
  words.replaceChildren(
    ...(sight.none > best
      ? [element("b", {}, "none"), ` ${percent(sight.none)}, next to a ${name}`]
      : [element("b", {}, name), ` ${percent(best)}`]));
  const rows = sight.classes.map((name, i) =>
    [name, sight.probabilities[i], i === sight.label && best >= sight.none]);
  if (sight.none > 0.0005) rows.push(["none", sight.none, sight.none > best]);
  bars.replaceChildren(...rows.map(([name, share, chosen]) => {
    const bar = element("span", { className: "bar" });
    bar.style.width = `${100 * share}%`;
    return element("tr", { className: chosen ? "chosen" : "" },
      element("th", { scope: "row" }, name),
      element("td", { className: "track" }, bar),
      element("td", { className: "number" }, percent(share)));
  }));
}
