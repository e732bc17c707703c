// From one proposal to the next: mentions, then meetings, then statements, or one kind alone.
import { inOrder } from "../components/sureness.js";
import { marks, pane } from "./draw.js";
import { current, take } from "./hand.js";

const KINDS = {
  mention: () => inOrder(pane(), marks()),
  report: () => Array.from(document.querySelectorAll(".side .meeting[data-status]")),
  statement: () => Array.from(document.querySelectorAll(".side .statement[data-status]")),
};

const stops = (kind) => (kind ? KINDS[kind]() : Object.values(KINDS).flatMap((list) => list()));
const isOpen = ({ dataset }) => dataset.status === "proposed";

/** The stop after (1) or before (-1) an element; an open one, where there is one. */
function neighbour(direction, kind, from, { openOnly = false } = {}) {
  const all = stops(kind);
  const at = all.indexOf(from);
  const open = all.filter((stop) => isOpen(stop) && stop !== from);
  const choices = open.length || openOnly ? open : all.filter((stop) => stop !== from);
  const place = (stop) => all.indexOf(stop);
  const ahead = choices.filter((stop) => (place(stop) - at) * direction > 0);
  return direction > 0 ? (ahead[0] ?? choices[0]) : (ahead.at(-1) ?? choices.at(-1));
}

export function step(direction, kind) {
  const next = neighbour(direction, kind, current());
  if (next) take(next);
  return next;
}

/** The proposal to look at once this one is decided; none when all are. */
export const following = (element) => neighbour(1, null, element, { openOnly: true });
