// What the server did not take: where it was typed, gone back to, dropped. Nobody leaves it behind unawares.
import { announce } from "../main.js";
import { apply } from "./edits.js";
import { goInto } from "./focus.js";
import { current, isMark, take } from "./hand.js";
import { ask, panel } from "./panel.js";
import * as queue from "./queue.js";
import { reveal } from "./saving.js";
import { say } from "./say.js";
import { wake } from "./sender.js";

export const isHeld = ({ state }) => state !== "waiting";

/** Go to an edit that was not taken: to what was typed, if it still stands in its form, else the server is asked once more. */
export function goTo(entry) {
  const element = document.getElementById(entry.row);
  if (entry.state === "conflict") return reveal(entry);
  if (entry.state !== "refused") return take(element);
  if (element?.tagName === "DETAILS") element.open = true;
  else if (element && element !== current()) take(element);
  const form = formOf(entry);
  if (form?.querySelector("[aria-invalid=true]")) return goInto(form);
  queue.update(entry.id, { state: "waiting", sent: false, hand: current()?.id });
  apply(queue.find(entry.id));
  wake();
}

/** The form that an edit came from, where the page shows it. */
const formOf = ({ row, verb }) =>
  (row.startsWith("m-") ? panel() : document.getElementById(row))?.querySelector(`form[data-edit="${verb}"][data-row="${row}"]`);

/** Whether something was not taken: say so, and go there. */
export function holdsBack() {
  const held = queue.all().find(isHeld);
  if (!held) return false;
  goTo(held);
  announce(say.unsettled);
  return true;
}

// By its button too the article is left only once nothing is held.
document.addEventListener("submit", (event) => {
  const leaves = event.target.querySelector("[data-command=finish], [data-command=next-article]");
  if (!leaves || !holdsBack()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);

// With the edit goes what its form said of it.
document.addEventListener("edit:dropped", ({ detail: entry }) => {
  const form = entry.state === "refused" && formOf(entry);
  if (!form) return;
  if (entry.row.endsWith("-adding")) {
    delete form.dataset.begun;
    form.parentElement.open = false;
  } else if (isMark(current())) ask(current(), { again: true });
  else form.querySelector("[data-command=back]")?.click();
  current()?.focus({ preventScroll: true });
});
