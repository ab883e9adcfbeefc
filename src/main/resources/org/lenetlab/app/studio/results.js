// Shows the results of experiments, and the runs that go on.

import * as server from "./server.js";

const parts = document.getElementById("parts");
const shown = new Map(); // the HTML that is on the page, by part

/** The runs of all experiments that fare like this. */
export const ofState = (list, ...states) =>
  list.experiments.flatMap(({ name, runs }) =>
    runs.filter((run) => states.includes(run.state)).map((run) => ({ ...run, experiment: name })));

function item(...children) {
  const li = document.createElement("li");
  li.append(...children);
  return li;
}

const test = (run) => (run.accuracy === null ? "" : `, test accuracy ${run.accuracy.toFixed(2)} %`);

/** Shows the runs that go on. */
function showLive(list) {
  const live = ofState(list, "running").map((run) => {
    const label = document.createElement("label");
    const progress = Object.assign(document.createElement("progress"), { max: run.epochs });
    progress.value = run.epoch;
    label.append(`${run.experiment}, ${run.label}: epoch ${run.epoch} of ${run.epochs}${test(run)}`);
    label.append(progress);
    return item(label);
  });
  document.getElementById("live").replaceChildren(...live);
  const badge = document.getElementById("running");
  badge.hidden = live.length === 0;
  badge.textContent = `${live.length} running`;
}

function showExperiments(list, chosen) {
  const links = list.experiments.map(({ name, runs }) => {
    const link = document.createElement("a");
    link.href = `#results/${encodeURIComponent(name)}`;
    link.ariaCurrent = String(name === chosen);
    link.append(name, Object.assign(document.createElement("span"), { textContent: runs.length }));
    link.title = `${runs.length} ${runs.length === 1 ? "run" : "runs"}`;
    return item(link);
  });
  const place = document.getElementById("experiments");
  const focused = place.contains(document.activeElement) && document.activeElement.href;
  place.replaceChildren(...links);
  if (focused) [...place.querySelectorAll("a")].find((link) => link.href === focused)?.focus();
}

function showStopped(list, chosen) {
  const stopped = ofState(list, "failed", "interrupted").filter((run) => run.experiment === chosen);
  const lines = stopped.map((run) => {
    const after = `${run.label}: ${run.state} after epoch ${run.epoch} of ${run.epochs}`;
    const p = document.createElement("p");
    p.textContent = run.failure ? `${after}: ${run.failure}` : `${after}; lenet run goes on with it`;
    p.className = "note";
    return p;
  });
  document.getElementById("stopped").replaceChildren(...lines);
}

/** Replaces what has changed only: nobody likes a table that jumps back while it is read. */
function update(view) {
  const { running, ...others } = view;
  const html = new Map([...running.entries(), ...Object.entries(others)]);
  for (const name of [...shown.keys()].filter((known) => !html.has(known))) {
    document.getElementById(`part-${name}`).remove();
    shown.delete(name);
  }
  let next = parts.firstElementChild;
  for (const [name, text] of html) {
    const known = document.getElementById(`part-${name}`);
    const place = known ?? Object.assign(document.createElement("div"), { id: `part-${name}` });
    if (known) next = known.nextElementSibling;
    else parts.insertBefore(place, next);
    if (shown.get(name) !== text) place.innerHTML = text;
    shown.set(name, text);
  }
}

function clear() {
  shown.clear();
  parts.replaceChildren();
}

/** The experiment that is looked at if nobody has chosen: one that goes on, or the youngest. */
export function suggested(list) {
  const running = ofState(list, "running")[0];
  const latest = ofState(list, "running", "finished", "failed", "interrupted")
    .sort((a, b) => b.started.localeCompare(a.started))[0];
  return (running ?? latest)?.experiment;
}

let last;

/** Shows an experiment as it is now. */
export async function showResults(list, chosen) {
  showLive(list);
  if (chosen === undefined) return;
  showExperiments(list, chosen);
  showStopped(list, chosen);
  if (chosen !== last) clear();
  last = chosen;
  const view = await server.experiment(chosen);
  if (chosen === last) update(view);
}
