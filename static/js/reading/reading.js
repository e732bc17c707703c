// One's own reading, with the keys and the marking of the annotation page.
import { announce } from "../main.js";
import { boundaryKeys, spanAfter } from "../annotate/bounds.js";
import * as caret from "../annotate/caret.js";
import { marks, overlapping, pane, prepare } from "../annotate/draw.js";
import { current, take } from "../annotate/hand.js";
import { commandOf, isTaken, press, works } from "../annotate/keys.js";
import { rangeAt } from "../annotate/offsets.js";
import { say } from "../annotate/say.js";
import { selectedSpan } from "../annotate/selecting.js";
import { step } from "../annotate/walk.js";
import { change, form, redo, spanOf, undo } from "./changes.js";
import { link } from "./linking.js";

const labels = () => Array.from(form().querySelectorAll("button[name=label]"), ({ value }) => value);
const labelOf = (command) => labels()[Number(command?.match(/^label-(\d)$/)?.[1]) - 1];

function add({ start, end }, label) {
  document.getSelection().removeAllRanges();
  const [other] = overlapping(start, end);
  if (other) return announce(`${say.taken} ${other.textContent}`);
  change(null, { start, end, label });
  clear();
}

/** Words that wait for their label stand in the form. */
function draft({ start, end }) {
  fill({ start, end });
  form().querySelector("button[name=label]").focus();
}

function fill({ start, end }) {
  const { elements } = form();
  elements.start.value = start;
  elements.end.value = end;
  elements.words.value = rangeAt(pane(), start, end)?.toString() ?? "";
}

function clear() {
  for (const name of ["start", "end", "words"]) form().elements[name].value = "";
}

function labelled(label) {
  const span = selectedSpan();
  if (span) add(span, label);
  else if (current() && current().dataset.label !== label) change(spanOf(current()), { ...spanOf(current()), label });
}

function bound(...move) {
  const mark = current();
  const span = mark && spanAfter(mark, ...move);
  if (!span || (span.start === spanOf(mark).start && span.end === spanOf(mark).end)) return;
  const [other] = overlapping(span.start, span.end, mark);
  if (other) announce(`${say.taken} ${other.textContent}`);
  else change(spanOf(mark), { ...spanOf(mark), ...span });
}

function drop() {
  const mark = current();
  if (!mark) return;
  step(1);
  change(spanOf(mark), null);
}

/** Open the form for a meeting or statement, where the page has one, and go to its first field. */
function open(kind) {
  const holder = document.getElementById(`${kind}-adding`);
  if (!holder) return;
  holder.open = true;
  holder.querySelector("input:not([type=hidden]), textarea").focus();
}

/** Words that were selected are what is said, or what tells of the meeting. */
function bring(holder) {
  const { start: first, end: last } = form().elements;
  const { start, end } = selectedSpan() ?? { start: Number(first.value), end: Number(last.value) };
  const field = holder.querySelector("[name=quote], [name=words]");
  if (field.value || end <= start) return;
  field.value = rangeAt(pane(), start, end)?.toString().replace(/\s+/g, " ").trim() ?? "";
  if (field.name !== "quote") return;
  const proof = holder.querySelector("[name=proof]") ?? Object.assign(document.createElement("input"), { type: "hidden", name: "proof" });
  proof.value = `quote:${start}-${end}`;
  field.after(proof);
}

const REPEATED = {
  next: () => step(1),
  previous: () => step(-1),
  "next-mention": () => step(1),
  "previous-mention": () => step(-1),
  ...boundaryKeys(bound),
};
const ONCE = {
  reject: drop,
  undo,
  redo,
  link,
  mark: () => caret.start({ add, draft }),
  "add-report": () => open("meeting"),
  "add-statement": () => open("statement"),
  help: () => document.getElementById("keys-help").showModal(),
  // A finished reading stays as it is: the key goes to the button, and Enter presses it.
  finish: () => document.querySelector("[data-finish]").focus(),
};

function actOf(event) {
  const command = commandOf(event);
  if (caret.active()) return caret.keyed(event, labelOf(command));
  if (event.key === "Enter") return event.target.closest("#text mark") && (() => take(event.target));
  if (!command || !works(event)) return null;
  if (REPEATED[command]) return REPEATED[command];
  if (event.repeat) return () => {};
  return ONCE[command] ?? (labelOf(command) ? () => labelled(labelOf(command)) : () => press(command));
}

function keyed(event) {
  if (event.key === "Escape" && event.target.closest(".side") && current()) return current().focus();
  if (isTaken(event)) return;
  const act = actOf(event);
  if (!act) return;
  event.preventDefault();
  act();
}

function chosen(event) {
  if (!event.target.closest?.("#text")) return;
  if (caret.active()) caret.stop();
  const span = selectedSpan(event);
  const mark = event.target.closest("mark");
  if (span) fill(span);
  else if (mark) take(mark);
}

function submitted(event) {
  const { start, end } = form().elements;
  if (event.target !== form() || !start.value) return;
  event.preventDefault();
  add({ start: Number(start.value), end: Number(end.value) }, event.submitter.value);
}

// A finished reading has no form, and no keys.
if (form()) {
  marks().forEach(prepare);
  if (marks().length) take(marks()[0], { focus: document.activeElement === document.body, scroll: false });
  document.addEventListener("keydown", keyed);
  document.addEventListener("mouseup", chosen);
  document.addEventListener("submit", submitted);
  document.addEventListener("toggle", ({ target }) => target.open && target.matches(".adding") && bring(target), true);
  document.addEventListener("click", ({ target }) => target.closest?.("[data-open]") && ONCE.help());
  // Words typed since are looked up in the text; their place is no longer that of the selection.
  form().elements.words.addEventListener("input", () => {
    form().elements.start.value = "";
    form().elements.end.value = "";
  });
}
