// Taking back what was done, and doing it again. What is not sent yet is simply dropped; the rest the server turns back,
// in its turn: an edit that is under way is saved first.
import { announce } from "../main.js";
import { pane } from "./draw.js";
import { drop } from "./edits.js";
import { current, isMark, typing } from "./hand.js";
import { isHeld } from "./held.js";
import * as queue from "./queue.js";
import { say } from "./say.js";
import { wake } from "./sender.js";

/** Take back the last edit: one that still waits here or was not taken, else the last one on the server. */
export function undo() {
  const last = queue.all().findLast((entry) => !entry.since);
  if (last && last.row !== "text" && (!last.sent || isHeld(last))) {
    drop(last);
    announce(say.dropped);
  } else turn("undo", last ? null : document.getElementById("undo")?.form.action);
}

export const redo = () => turn("redo");

/** What was accepted in bulk has an address of its own, which its button knows. */
function turn(verb, own) {
  const { pathname, search } = new URL(own ?? pane().dataset[verb], location);
  const show = isMark(current()) ? [["show", current().id.slice(2)]] : [];
  underWay = true;
  queue.push({ id: queue.newId(), row: "text", verb, url: pathname + search, version: null, fields: show, words: "" });
  wake();
}

/** What was not taken is the last thing done as long as nothing was saved `since`, or all of that is taken back. */
document.addEventListener("edit:saved", ({ detail }) => {
  const by = detail.entry.verb === "undo" ? -1 : 1;
  for (const { id, since = 0 } of queue.all().filter(isHeld)) queue.update(id, { since: Math.max(0, since + by) });
});

/** While something is being turned back nobody knows what will be in hand: keys that act upon it wait. */
let underWay = false;
let kept = [];

/** Keep a key until then; tells whether it was kept. */
export function keeps({ key, code, shiftKey }) {
  if (underWay) kept.push({ key, code, shiftKey });
  return underWay;
}

function release() {
  const keys = kept;
  [underWay, kept] = [false, []];
  for (const each of keys) {
    const field = each.key.length === 1 && typing();
    if (field) type(field, each.key);
    else document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { ...each, bubbles: true, cancelable: true }));
  }
}

function type(field, letter) {
  field.setRangeText(letter, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

// With the connection lost the turning back waits, and whoever goes on does not.
for (const name of ["turn:over", "edit:waiting"]) document.addEventListener(name, release);

document.addEventListener("submit", (event) => {
  const { turn: verb } = event.target.dataset;
  if (!verb) return;
  event.preventDefault();
  if (verb === "undo") undo();
  else redo();
});
