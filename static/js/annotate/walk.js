// From one proposal to the next: mentions, then meetings, then statements, or one kind alone.
import { inOrder } from "../components/sureness.js";
import { marks, pane } from "./draw.js";
import { current, take } from "./hand.js";

const KINDS = {
  mention: () => inOrder(pane(), marks()),
  report: () => Array.from(document.querySelectorAll(".side .meeting[data-status]")),
  statement: () => Array.from(document.querySelectorAll(".side .statement[data-status]")),
};

export const stops = (kind) => (kind ? KINDS[kind]() : Object.values(KINDS).flatMap((list) => list()));
const isOpen = ({ dataset }) => dataset.status === "proposed";

/** The stop after (1) or before (-1) an element; an open one, where there is one. */
function neighbour(direction, kind, from, { openOnly = false } = {}) {
  const all = stops(kind);
  const at = all.indexOf(from);
  // All others, in the order in which they come up: on to the end, then from the other end.
  const others = [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))];
  if (direction < 0) others.reverse();
  return others.find(isOpen) ?? (openOnly ? undefined : others[0]);
}

export function step(direction, kind) {
  const next = neighbour(direction, kind, current());
  if (next) take(next);
  return next;
}

/** The proposal to look at once this one is decided; none when all are. */
export const following = (element) => neighbour(1, null, element, { openOnly: true });
