// Where the ends of a mention go, by words or characters.
import { pane } from "./draw.js";
import { placeIn, rangeIn, read, spanOf } from "./offsets.js";
import { moved } from "./tokens.js";

/** The commands that move an end of the mention in hand: which end, which way, by what. */
const MOVES = Object.fromEntries(
  ["token", "letter"].flatMap((unit) => {
    const suffix = unit === "letter" ? "-letter" : "";
    return [
      [`start-left${suffix}`, ["start", -1, unit]],
      [`start-right${suffix}`, ["start", 1, unit]],
      [`end-right${suffix}`, ["end", 1, unit]],
      [`end-left${suffix}`, ["end", -1, unit]],
    ];
  }),
);

/** What each of these commands does, given what is done with the move. */
export const boundaryKeys = (act) =>
  Object.fromEntries(Object.entries(MOVES).map(([command, move]) => [command, () => act(...move)]));

/** The span of a mark with one end moved one unit to the left (-1) or right (1); null where that cannot be. */
export function spanAfter(mark, edge, by, unit = "token") {
  const reading = read(mark.closest(".block") ?? pane());
  const span = [placeIn(reading, mark, 0), placeIn(reading, mark, mark.childNodes.length)];
  const place = moved(reading.text, span, { edge, by, unit });
  return place && spanOf(rangeIn(reading, ...place));
}
