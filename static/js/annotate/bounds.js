// Where the ends of a mention go, by words or characters.
import { pane } from "./draw.js";
import { placeIn, rangeIn, read, spanOf } from "./offsets.js";
import { moved } from "./tokens.js";

/** The span of a mark with one end moved one unit to the left (-1) or right (1); null where that cannot be. */
export function spanAfter(mark, edge, by, unit = "token") {
  const reading = read(mark.closest(".block") ?? pane());
  const span = [placeIn(reading, mark, 0), placeIn(reading, mark, mark.childNodes.length)];
  const place = moved(reading.text, span, { edge, by, unit });
  return place && spanOf(rangeIn(reading, ...place));
}
