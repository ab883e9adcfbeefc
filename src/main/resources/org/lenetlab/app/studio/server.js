// What the page asks the server. Whatever goes wrong becomes an Error with words for people.

async function ask(path, request) {
  let response;
  try {
    response = await fetch(path, request);
  } catch {
    throw new Error("The studio does not answer: has it ended? lenet studio starts it again.");
  }
  const reply = await response.json();
  if (!response.ok) throw new Error(reply.message);
  return reply;
}

/** All runs, by experiment. */
export const runs = () => ask("/runs");

/** The tables and curves of an experiment, as HTML. */
export const experiment = (name) => ask(`/experiment?name=${encodeURIComponent(name)}`);

/** A picture on its way through the network of a run. */
export const sight = (run, picture) =>
  ask(`/sight?run=${encodeURIComponent(run)}`, { method: "POST", body: picture });
