// Taking back what was done, and doing it again. What is not sent yet is simply dropped; the rest the server turns back,
// in its turn: an edit that is under way is saved first.
import { announce } from "../main.js";
import { pane } from "./draw.js";
import { drop } from "./edits.js";
import { isHeld } from "./held.js";
import * as queue from "./queue.js";
import { say } from "./say.js";
import { wake } from "./sender.js";

/** Take back the last edit: one that still waits here or was not taken, else the last one on the server. */
export function undo() {
  const last = queue.all().findLast((entry) => !entry.since);
  const button = document.getElementById("undo");
  // What was accepted in bulk has a button of its own.
  if (!last && button && !button.form.dataset.turn) return button.click();
  if (!last || last.row === "text" || (last.sent && !isHeld(last))) return turn("undo");
  drop(last);
  announce(say.dropped);
}

export const redo = () => turn("redo");

function turn(verb) {
  queue.push({ id: queue.newId(), row: "text", verb, url: pane().dataset[verb], version: null, fields: [], words: "" });
  wake();
}

/** What was not taken is the last thing done as long as nothing was saved `since`, or all of that is taken back. */
document.addEventListener("edit:saved", ({ detail }) => {
  const by = detail.entry.verb === "undo" ? -1 : 1;
  for (const { id, since = 0 } of queue.all().filter(isHeld)) queue.update(id, { since: Math.max(0, since + by) });
});

document.addEventListener("submit", (event) => {
  const { turn: verb } = event.target.dataset;
  if (!verb) return;
  event.preventDefault();
  if (verb === "undo") undo();
  else redo();
});
