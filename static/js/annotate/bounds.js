// Moving the ends of the mention in hand, by words or characters.
import { announce } from "../main.js";
import { overlapping, pane } from "./draw.js";
import { moveTo } from "./edits.js";
import { current, isMark } from "./hand.js";
import { placeIn, rangeIn, read, spanOf } from "./offsets.js";
import { moved } from "./tokens.js";
import { say } from "./say.js";

/** Where a mark stands in the reading of its paragraph. */
function placed(mark) {
  const reading = read(mark.closest(".block") ?? pane());
  return { reading, span: [placeIn(reading, mark, 0), placeIn(reading, mark, mark.childNodes.length)] };
}

export function moveBound(edge, by, unit = "token") {
  const mark = current();
  if (!mark || !isMark(mark)) return;
  const { reading, span } = placed(mark);
  const place = moved(reading.text, span, { edge, by, unit });
  if (!place) return;
  moveMark(mark, spanOf(rangeIn(reading, ...place)));
}

/** Move a mark to a span, if its words are free. */
export function moveMark(mark, span) {
  if (!span || (span.start === Number(mark.dataset.start) && span.end === Number(mark.dataset.end))) return;
  const [other] = overlapping(span.start, span.end, mark);
  if (other) announce(`${say.taken} ${other.textContent}`);
  else moveTo(mark, span);
}
