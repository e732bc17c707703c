// What has the focus is what is in hand: a control of a card, of the panel, a mention.
import { current, showProof, take } from "./hand.js";
import { shown } from "./panel.js";

let pressed = false;

const ownerOf = (target) =>
  target.closest("#text mark, .side li[data-status]") ??
  (target.closest("#panel [data-mention]") && document.getElementById(`m-${shown()}`));

// A card in hand takes the room of the panel: not between the press and the release of a button, which the click would miss.
document.addEventListener("pointerdown", () => (pressed = true), true);
for (const name of ["pointerup", "pointercancel"]) document.addEventListener(name, () => (pressed = false), true);

document.addEventListener("focusin", ({ target }) => {
  const owner = !pressed && ownerOf(target);
  if (!owner || owner === current()) return;
  take(owner, { focus: false, scroll: false, by: "focus" });
  target.scrollIntoView({ block: "nearest" });
  showProof(owner);
});

/** The field of a form that was refused, or its first one. */
export function goInto(form) {
  const field = form.querySelector("[aria-invalid=true]") ?? form.querySelector("input:not([type=hidden]), textarea, select");
  const folded = field?.closest("details");
  if (folded) folded.open = true;
  field?.focus();
}
