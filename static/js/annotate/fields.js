// From the text to a field of the panel. The panel may still be about another mention: then its own one is waited for,
// and what is typed meanwhile goes into the field.
import { announce } from "../main.js";
import { current, isMark } from "./hand.js";
import { panel, shown } from "./panel.js";
import { say } from "./say.js";

/** The field waited for, and the letters typed since. */
let awaited = null;

export const awaiting = () => awaited !== null;

/** Go to a field of the mention in hand. */
export function goTo(name) {
  if (!isMark(current())) return;
  awaited = { name, typed: "", row: current().id };
  arrive();
}

/** The panel changed: the field has the focus once it is the one that is meant. */
function arrive() {
  if (!awaited || shown() !== current()?.id.slice(2)) return;
  const { name, typed } = awaited;
  awaited = null;
  const fieldOf = (wanted) => panel().querySelector(`[data-field="${wanted}"]`);
  // What a date stands for is its value.
  const field = fieldOf(name) ?? (name === "link" ? fieldOf("value") : null);
  if (!field) return announce(say.absent);
  field.closest("details").open = true;
  field.focus();
  if (field.type === "checkbox") return;
  if (name === "link") field.select();
  if (!typed) return;
  field.value = typed;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** What a key does while the field is waited for: letters are kept for it, and nothing else happens but giving up. */
export function keyed({ key }) {
  if (key === "Escape") return giveUp;
  if (key === "Backspace") return () => (awaited.typed = awaited.typed.slice(0, -1));
  return () => (awaited.typed += key.length === 1 ? key : "");
}

function giveUp() {
  awaited = null;
}

document.addEventListener("htmx:afterSettle", arrive);
// Without the server there is no such panel, and once something else is in hand nobody wants it.
document.addEventListener("panel:missing", giveUp);
document.addEventListener("edit:waiting", () => current()?.id.startsWith("m-new") && giveUp());
document.addEventListener("hand:taken", ({ detail }) => detail.element.id !== awaited?.row && giveUp());
