// Taking back what was done, and doing it again. What is not sent yet is simply dropped; the rest the server turns back,
// in its turn: an edit that is under way is saved first.
import { announce } from "../main.js";
import { pane } from "./draw.js";
import { drop } from "./edits.js";
import * as queue from "./queue.js";
import { say } from "./say.js";
import { wake } from "./sender.js";

/** What the server did not take, as long as nothing else was saved since. */
let untaken = null;

/** Take back the last edit: one that still waits here or was not taken, else the last one on the server. */
export function undo() {
  const last = queue.all().at(-1);
  const button = document.getElementById("undo");
  // What was accepted in bulk has a button of its own.
  if (!last && button && !button.form.dataset.turn) return button.click();
  if (!last || last.row === "text" || (last.sent && last.id !== untaken)) return turn("undo");
  drop(last);
  announce(say.dropped);
}

export const redo = () => turn("redo");

function turn(verb) {
  queue.push({ id: queue.newId(), row: "text", verb, url: pane().dataset[verb], version: null, fields: [], words: "" });
  wake();
}

document.addEventListener("edit:refused", ({ detail }) => (untaken = detail.entry.id));
document.addEventListener("edit:conflict", ({ detail }) => (untaken = detail.id));
document.addEventListener("edit:saved", () => (untaken = null));

document.addEventListener("submit", (event) => {
  const { turn: verb } = event.target.dataset;
  if (!verb) return;
  event.preventDefault();
  if (verb === "undo") undo();
  else redo();
});
