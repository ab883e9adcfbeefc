// The page: keeps in step with the results folder, and asks networks what is drawn.

import * as server from "./server.js";
import { Pad } from "./pad.js";
import { showAnswer, showLayers } from "./network.js";
import { ofState, showResults, suggested } from "./results.js";

const PAUSE_MILLIS = 1500;
const MOST_BYTES = 16 << 20;

const at = (id) => document.getElementById(id);
let list = { experiments: [], problems: [] };
let opened = null; // a picture of the user's own

const notices = new Map(); // what there is to say, by what it is about

function say(about, words) {
  notices.set(about, words);
  const text = [...notices.values()].filter(Boolean).join("\n");
  if (at("notice").textContent !== text) at("notice").textContent = text;
}

// --- drawing -----------------------------------------------------------------------------------

const pad = new Pad(at("pad"), () => {
  use(null);
  say("runs", "");
  ask();
});

/** Lays a picture of the user's own on the sheet, or takes it away. */
function use(file) {
  opened = file;
  const { style } = at("pad");
  if (style.backgroundImage) URL.revokeObjectURL(style.backgroundImage.slice(5, -2));
  style.backgroundImage = file ? `url("${URL.createObjectURL(file)}")` : "";
}

let asking = false;
let again = false;

/** Asks for the newest picture only: those in between are skipped while an answer is awaited. */
async function ask() {
  at("hint").hidden = !pad.empty || opened !== null;
  if (asking) {
    again = true;
    return;
  }
  asking = true;
  at("layers").ariaBusy = "true";
  do {
    again = false;
    await askOnce();
  } while (again);
  asking = false;
  at("layers").ariaBusy = "false";
}

async function askOnce() {
  const run = at("run").value;
  if (!run || (pad.empty && !opened)) {
    say("picture", "");
    return forget();
  }
  try {
    const sight = await server.sight(run, opened ?? (await pad.picture()));
    showAnswer(at("answer"), at("bars").tBodies[0], sight);
    showLayers(at("layers"), sight);
    say("picture", "");
  } catch (problem) {
    forget();
    say("picture", problem.message);
  }
}

function forget() {
  at("answer").replaceChildren();
  at("bars").tBodies[0].replaceChildren();
  at("layers").replaceChildren();
  delete at("layers").dataset.shape;
}

function open(file) {
  if (!file) return;
  if (file.size > MOST_BYTES) return say("picture", `The picture is too large: at most ${MOST_BYTES >> 20} MiB.`);
  pad.clear();
  use(file);
  ask();
}

at("clear").addEventListener("click", () => pad.clear());
at("undo").addEventListener("click", () => pad.undo());
at("run").addEventListener("change", () => {
  say("runs", "");
  ask();
});
at("picture").addEventListener("change", (event) => {
  open(event.target.files[0]);
  event.target.value = "";
});
at("pad").addEventListener("dragover", (event) => event.preventDefault());
at("pad").addEventListener("drop", (event) => {
  event.preventDefault();
  open(event.dataTransfer.files[0]);
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", ask);

// --- runs --------------------------------------------------------------------------------------

function option(run) {
  const accuracy = run.accuracy === null ? "" : ` · ${run.accuracy.toFixed(2)} %`;
  return new Option(`${run.experiment}, ${run.label}${accuracy}`, run.key);
}

function listNetworks() {
  const select = at("run");
  const before = select.value;
  const runs = ofState(list, "finished");
  select.replaceChildren(...runs.map(option));
  const youngest = runs.toSorted((a, b) => b.started.localeCompare(a.started))[0]?.key ?? "";
  const gone = before && !runs.some((run) => run.key === before);
  select.value = gone || !before ? youngest : before;
  select.disabled = runs.length === 0;
  if (gone) say("runs", `Run ${before} has been deleted.${youngest ? " The youngest is asked now." : ""}`);
  return select.value !== before;
}

let text = "";

/** Brings the page in step with the results. */
async function look() {
  try {
    list = await server.runs();
  } catch (problem) {
    return say("studio", problem.message);
  }
  say("studio", "");
  const now = JSON.stringify(list);
  if (now === text) return;
  text = now;
  say("files", list.problems.map((problem) => `Left out: ${problem}`).join("\n"));
  if (listNetworks() && (!pad.empty || opened)) ask();
  await show();
}

// --- views -------------------------------------------------------------------------------------

async function show() {
  const [view, name] = location.hash.slice(1).split("/");
  const empty = list.experiments.length === 0;
  const chosen = empty ? "empty" : view === "results" ? "results" : "draw";
  for (const other of document.querySelectorAll(".view")) other.hidden = other.id !== chosen;
  for (const link of document.querySelectorAll("nav a")) {
    link.ariaCurrent = link.hash === `#${chosen}` ? "page" : null;
  }
  at("folder").textContent = list.folder;
  const elsewhere = list.folder === "results" ? "" : ` --results ${list.folder}`;
  at("first").textContent = `lenet run experiments/quickstart.yaml${elsewhere}`;
  const named = name && decodeURIComponent(name);
  const known = list.experiments.some((experiment) => experiment.name === named);
  say("experiment", named && text && !known ? `There is no experiment ${named} in ${list.folder}.` : "");
  try {
    await showResults(list, chosen === "results" ? (known ? named : suggested(list)) : undefined);
  } catch (problem) {
    say("experiment", problem.message);
  }
}

addEventListener("hashchange", show);
document.addEventListener("visibilitychange", look);

async function keepLooking() {
  if (!document.hidden) await look();
  setTimeout(keepLooking, PAUSE_MILLIS);
}

keepLooking();
