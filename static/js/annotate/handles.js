// Handles at both ends of the mention in hand, dragged with the mouse, a pen or a finger; the toolbar at its words.
import { pane } from "./draw.js";
import { moveTo } from "./edits.js";
import { current, isMark } from "./hand.js";
import { spanOf } from "./offsets.js";
import { exactly, snap } from "./selecting.js";

const tools = () => document.getElementById("at-words");
const handles = () => Array.from(document.querySelectorAll("#handles button"));
let dragged = null;
let byPointer = false;

/** Handles and toolbar go where the mark is; they show once a pointer chose it. */
export function follow() {
  const mark = current();
  const visible = byPointer && mark && isMark(mark) && mark.dataset.status !== "rejected";
  document.getElementById("handles").hidden = !visible;
  tools().hidden = !visible || dragged !== null;
  if (!visible) return;
  const boxes = mark.getClientRects();
  const holder = pane().parentElement.getBoundingClientRect();
  const [first, last] = [boxes[0], boxes[boxes.length - 1]];
  const at = (element, left, top) => {
    element.style.left = `${left - holder.left}px`;
    element.style.top = `${top - holder.top}px`;
  };
  at(handles()[0], first.left, first.bottom);
  at(handles()[1], last.right, last.bottom);
  const width = tools().offsetWidth;
  at(tools(), Math.max(holder.left, Math.min(first.left, holder.right - width)), first.top - tools().offsetHeight - 6);
  for (const button of tools().querySelectorAll("[data-label]")) {
    if (button.dataset.label === mark.dataset.label) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
}

/** The place in the text under a pointer. */
function placeAt(x, y) {
  const found = document.caretPositionFromPoint?.(x, y);
  if (found) return [found.offsetNode, found.offset];
  const range = document.caretRangeFromPoint?.(x, y);
  return range && [range.startContainer, range.startOffset];
}

/** The range from the end that stays to where the pointer is. */
function dragRange({ mark, edge }, event) {
  // The handle hangs below its line: look a line higher.
  const place = placeAt(event.clientX, event.clientY - dragged.below);
  if (!place || !pane().contains(place[0])) return null;
  const range = document.createRange();
  range.selectNodeContents(mark);
  if (edge === "start") range.setStart(...place);
  else range.setEnd(...place);
  return range.collapsed ? null : snap(range, exactly(event));
}

document.addEventListener("pointerdown", (event) => {
  const handle = event.target.closest?.("#handles button");
  byPointer = Boolean(event.target.closest?.("#text, #handles, #at-words"));
  if (!handle || !current()) return;
  event.preventDefault();
  handle.setPointerCapture(event.pointerId);
  const box = current().getBoundingClientRect();
  dragged = { mark: current(), edge: handle.dataset.edge, below: Math.max(6, event.clientY - box.bottom + 6), range: null };
  follow();
});

// What a finger does to a handle is no gesture of the browser's: one that is still in motion when the finger lifts would
// be a fling to it, and the next tap would only stop that, without a click.
document
  .getElementById("handles")
  .addEventListener("touchstart", (event) => event.preventDefault(), { passive: false });

document.addEventListener("pointermove", (event) => {
  if (!dragged) return;
  dragged.range = dragRange(dragged, event) ?? dragged.range;
  if (!dragged.range) return;
  const selection = document.getSelection();
  selection.removeAllRanges();
  selection.addRange(dragged.range);
});

document.addEventListener("pointerup", () => {
  if (!dragged) return;
  const { mark, range } = dragged;
  dragged = null;
  document.getSelection().removeAllRanges();
  if (range) moveTo(mark, spanOf(range));
  follow();
});

document.addEventListener("pointercancel", () => {
  dragged = null;
  follow();
});

document.addEventListener("keydown", () => {
  if (!byPointer) return;
  byPointer = false;
  follow();
});
for (const name of ["hand:taken", "edit:made", "row:drawn"]) document.addEventListener(name, follow);
addEventListener("resize", follow);
