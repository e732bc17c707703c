// Words selected with the mouse or a finger: whole French words, or exactly what was selected where that is asked for.
import { announce } from "../main.js";
import { overlapping, pane } from "./draw.js";
import { take } from "./hand.js";
import { placeIn, rangeIn, read, spanOf } from "./offsets.js";
import { address, panel } from "./panel.js";
import { snapped, trimmed, unitsOf } from "./tokens.js";
import { say } from "./say.js";

export const exactly = (event) => event?.altKey || document.getElementById("exact")?.checked || false;

/** A range in the pane, snapped to words, as a range again; null where it holds no words. */
export function snap(range, exact) {
  const from = range.startContainer.parentElement?.closest(".block") ?? pane();
  const block = from.contains(range.endContainer) ? from : pane();
  const reading = read(block);
  let start = placeIn(reading, range.startContainer, range.startOffset);
  let end = placeIn(reading, range.endContainer, range.endOffset);
  if (start === null || end === null) return null;
  [start, end] = trimmed(reading.text, start, end);
  if (!exact && start < end) [start, end] = snapped(reading.text, start, end);
  return start < end ? rangeIn(reading, start, end) : null;
}

/** The present selection in the pane as {start, end} in code points; null where there is none. */
export function selectedSpan(event) {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!pane().contains(range.startContainer) || !pane().contains(range.endContainer)) return null;
  const words = snap(range, exactly(event));
  return words && spanOf(words);
}

/** Ask which label the words shall have. */
export function draft({ start, end }) {
  const [other] = overlapping(start, end);
  if (other) {
    take(other, { by: "pointer" });
    announce(`${say.taken} ${other.textContent}`);
    return;
  }
  const there = document.querySelector("#text mark.here");
  there?.classList.remove("here");
  htmx.ajax("GET", address("draft", { start, end }), { target: "#panel", source: panel() });
}

/** Open the form for a new meeting or statement: about the selected words, else the sentence of the mention in hand. */
export function addFrom(kind) {
  const span = selectedSpan() ?? sentenceInHand();
  if (!span) return;
  const holder = document.getElementById(`${kind}-adding`);
  const url = address(`${kind}Draft`, span);
  htmx.ajax("GET", url, { target: holder, source: holder, swap: "outerHTML" });
}

function sentenceInHand() {
  const mark = document.querySelector("#text mark.here");
  const block = mark?.closest(".block") ?? pane().querySelector(".block");
  if (!block) return null;
  const reading = read(block);
  const at = mark ? placeIn(reading, mark, 0) : 0;
  const sentences = unitsOf(reading.text, "sentence");
  return spanOf(rangeIn(reading, ...(sentences.find(([, end]) => end > at) ?? sentences.at(-1))));
}
