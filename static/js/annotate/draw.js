// Marks in the text, changed in place: what one shows, where it begins and ends.
import { rangeAt, spanOf } from "./offsets.js";

export const pane = () => document.getElementById("text");
export const marks = () => Array.from(pane().querySelectorAll("mark"));

/** Let a mark show a state as the server tells it (or a part of one). */
export function show(mark, state) {
  if (state.label) {
    mark.classList.replace(mark.dataset.label, state.label);
    mark.dataset.label = state.label;
    mark.dataset.letter = state.letter ?? letterOf(state.label);
  }
  for (const name of ["status", "version", "start", "end", "sure"]) {
    if (state[name] === null) delete mark.dataset[name];
    else if (state[name] !== undefined) mark.dataset[name] = state[name];
  }
  if (state.doubtful !== undefined) mark.toggleAttribute("data-doubtful", state.doubtful);
  if (state.title) mark.title = state.title;
}

export const stateOf = ({ dataset, title }) => ({
  label: dataset.label,
  letter: dataset.letter,
  status: dataset.status,
  start: Number(dataset.start),
  end: Number(dataset.end),
  sure: dataset.sure ?? null,
  doubtful: "doubtful" in dataset,
  title,
});

const letterOf = (label) => document.querySelector(`.legend .${label} b`)?.textContent ?? "";

/** A mark has what a button needs; one of them at a time can be reached with Tab. */
export function prepare(mark) {
  mark.tabIndex = -1;
  mark.setAttribute("role", "button");
}

/** Live marks that share characters with [start, end). */
export const overlapping = (start, end, but = null) =>
  marks().filter(
    (mark) =>
      mark !== but &&
      mark.dataset.status !== "rejected" &&
      Number(mark.dataset.start) < end &&
      Number(mark.dataset.end) > start,
  );

/** Put a mark of this state around its words; null where only the server can draw it. */
export function wrap(id, state) {
  for (const mark of marks()) {
    const rejected = mark.dataset.status === "rejected";
    if (rejected && Number(mark.dataset.start) < state.end && Number(mark.dataset.end) > state.start) unwrap(mark);
  }
  const range = rangeAt(pane(), state.start, state.end);
  const block = range?.startContainer.parentElement.closest(".block");
  if (!block || block !== range.endContainer.parentElement.closest(".block")) return null;
  if (range.cloneContents().querySelector("mark, .dateline")) return null;
  const mark = document.createElement("mark");
  mark.id = id;
  mark.className = state.label;
  mark.dataset.label = state.label;
  mark.append(range.extractContents());
  range.insertNode(mark);
  for (const rest of [mark.previousElementSibling, mark.nextElementSibling]) {
    if (rest?.matches("span:not(.anchor)") && !rest.textContent) rest.remove();
  }
  prepare(mark);
  show(mark, state);
  return mark;
}

export function unwrap(mark) {
  const parent = mark.parentNode;
  mark.replaceWith(...mark.childNodes);
  parent.normalize();
}

/** Move a mark to other words; whoever held the focus keeps it. Null where only the server can draw it. */
export function rewrap(mark, state) {
  const { id, title } = mark;
  const held = { here: mark.classList.contains("here"), focus: document.activeElement === mark };
  const unsaved = mark.dataset.unsaved;
  unwrap(mark);
  const drawn = wrap(id, { title, ...state });
  if (!drawn) return null;
  if (unsaved) drawn.dataset.unsaved = unsaved;
  drawn.classList.toggle("here", held.here);
  if (held.here) drawn.tabIndex = 0;
  if (held.focus) drawn.focus({ preventScroll: true });
  return drawn;
}

/** Bring a mark to a state, wherever it stands; a mark that is not there is drawn. Tells whether that could be done. */
export function bring(id, state) {
  const mark = document.getElementById(id);
  if (!mark) return state.status === "rejected" || wrap(id, state) !== null;
  const stays = state.start === undefined || (stands(mark, state) && mark.dataset.start === String(state.start));
  if (!stays) return rewrap(mark, { ...stateOf(mark), ...state }) !== null;
  show(mark, state);
  return true;
}

function stands(mark, state) {
  const range = document.createRange();
  range.selectNodeContents(mark);
  return mark.dataset.end === String(state.end) && spanOf(range)?.end === state.end;
}
