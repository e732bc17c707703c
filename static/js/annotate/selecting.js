// Words selected with the mouse or a finger: whole French words, or exactly what was selected where that is asked for.
import { pane } from "./draw.js";
import { placeIn, rangeIn, read, spanOf } from "./offsets.js";
import { snapped, trimmed } from "./tokens.js";

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
