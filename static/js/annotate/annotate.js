// The annotation page: what keys and pointers do.
import { announce } from "../main.js";
import { preview } from "../components/sureness.js";
import { boundaryKeys, spanAfter } from "./bounds.js";
import * as caret from "./caret.js";
import { marks, pane, prepare } from "./draw.js";
import { addFrom, draft } from "./drafting.js";
import { add, decide, moveTo, relabel, submit } from "./edits.js";
import * as fields from "./fields.js";
import { goInto } from "./focus.js";
import { current, isMark, take, typing } from "./hand.js";
import { holdsBack } from "./held.js";
import { commandOf, isTaken, press, works } from "./keys.js";
import { panel, shown } from "./panel.js";
import * as queue from "./queue.js";
import { restore } from "./saving.js";
import { selectedSpan } from "./selecting.js";
import { keeps, redo, undo } from "./undo.js";
import { following, step } from "./walk.js";
import "./handles.js";
import "./picking.js";
import "./presence.js";
import { say } from "./say.js";

const labelOf = (command) =>
  document.querySelectorAll(".bar .legend .chip")[Number(command?.match(/^label-(\d)$/)?.[1]) - 1]?.classList[1];
function bound(...move) {
  const mark = current();
  if (isMark(mark)) moveTo(mark, spanAfter(mark, ...move));
}
const KINDS = ["mention", "report", "statement"];

/** What may be done again and again while a key is held down. */
const REPEATED = {
  next: () => step(1),
  previous: () => step(-1),
  ...Object.fromEntries(KINDS.flatMap((kind) => [
    [`next-${kind}`, () => step(1, kind)],
    [`previous-${kind}`, () => step(-1, kind)],
  ])),
  ...boundaryKeys(bound),
};
const ONCE = {
  accept: () => press("sure-accept") || decide("accept"),
  reject: () => decide("reject"),
  undo,
  redo,
  mark: () => caret.start({ add, draft }),
  link: () => fields.goTo("link"),
  value: () => fields.goTo("value"),
  correct: () => correct(current()),
  "add-report": () => addFrom("report"),
  "add-statement": () => addFrom("statement"),
  finish: () => settled(() => press("finish")),
  alike: () => settled(() => press("alike")),
  "next-article": () => settled(() => press("next-article")),
  help: () => document.getElementById("keys-help").showModal(),
};

/** The form of a card: opened, or gone back into. */
function correct(card) {
  const form = card?.querySelector("form[data-edit=change]");
  if (form) goInto(form);
  else card?.querySelector("[data-correct]")?.click();
}

/** Out of the form of the card in hand, else of whatever offers a way back. */
const back = () => (current()?.querySelector("[data-command=back]") ? current().querySelector("[data-command=back]").click() : press("back"));

/** Leave the page only once everything is saved. */
function settled(act) {
  if (!queue.next()) return holdsBack() || act();
  document.addEventListener("queue:changed", () => settled(act), { once: true });
}

function actOf(event) {
  const command = commandOf(event);
  if (fields.awaiting()) return fields.keyed(event);
  if (caret.active()) return caret.keyed(event, labelOf(command));
  if (event.key === "Escape") return back;
  if (event.key === "Enter") return event.target.closest("#text mark") && (() => take(event.target));
  if (!command || !works(event)) return null;
  if (REPEATED[command]) return REPEATED[command];
  if (event.repeat) return () => {};
  return ONCE[command] ?? (labelOf(command) ? () => labelled(labelOf(command)) : () => press(command));
}

/** A label for the mention in hand, or for the words that were selected. */
function labelled(label) {
  const button = panel().querySelector(`form[data-draft] button[value="${label}"]`);
  if (button) button.click();
  else relabel(label);
}

/** From a control back to what is in hand; a form to add something stays as it is, folded, until its key is pressed again. */
function leave(control) {
  const adding = control.closest("details.adding");
  if (adding) adding.open = false;
  current().focus();
}

document.addEventListener("keydown", (event) => {
  const control = typing()?.closest(".side") ? typing() : document.activeElement.closest(".records form *");
  if (event.key === "Escape" && control && current()) return leave(control);
  if (isTaken(event)) return;
  const act = actOf(event);
  if (!act) return;
  event.preventDefault();
  if (keeps(event)) return;
  if (!caret.active()) announce(""); // what was said of the key before is over
  act();
});

// Where an edit took away what had the focus while the help was open, the mention in hand gets it.
document.addEventListener("close", ({ target }) => {
  const { activeElement: at, body } = document;
  if (at === body || target.contains(at)) current()?.focus({ preventScroll: true });
}, true);

document.addEventListener("mouseup", (event) => {
  if (!event.target.closest?.("#text")) return;
  if (caret.active()) caret.stop();
  const mark = event.target.closest("mark");
  const span = selectedSpan(event);
  const inside = mark && span && span.start >= Number(mark.dataset.start) && span.end <= Number(mark.dataset.end);
  if (document.dispatchEvent(new CustomEvent("words:chosen", { detail: { mark, span }, cancelable: true })) === false) return;
  if (span && !inside) draft(span);
  else if (mark) take(mark, { by: "pointer" });
});

document.addEventListener("click", ({ target }) => {
  const opener = target.closest?.("[data-open]");
  if (opener) document.getElementById(opener.dataset.open).showModal();
  const tool = target.closest?.("#at-words button");
  if (tool?.dataset.label) relabel(tool.dataset.label);
  else if (tool) (ONCE[tool.dataset.does] ?? (() => {}))();
  const card = target.closest?.(".side li[data-status]");
  if (card && !target.closest("a, button, input, select, textarea, label, summary")) take(card, { by: "pointer" });
});

// A label for new words is an edit like any other: shown at once, sent in its turn.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-edit], [data-draft]")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const { start, end } = form.elements;
  if (form.matches("[data-draft]")) addDraft(Number(start.value), Number(end.value), event.submitter.value);
  else submit(form, event.submitter);
}, true);

function addDraft(start, end, label) {
  document.getSelection().removeAllRanges();
  add({ start, end }, label);
}

document.addEventListener("walk:over", () => announce(say.over));

/** After the server drew the text anew: marks get what keys need, and what waits shows again. */
function ready() {
  marks().forEach(prepare);
  restore();
  const first = document.getElementById(`m-${shown()}`);
  // What was decided here and only waits for the server is not what comes next.
  const mark = first?.dataset.unsaved ? (following(first) ?? first) : first;
  const asked = new URLSearchParams(location.search).has("mention");
  if (mark) take(mark, { focus: document.activeElement === document.body, scroll: asked });
  preview(pane(), marks);
}

// Back from what can be accepted in bulk: to the mention that was in hand, where there is one.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (detail.elt.id === "sure-back" && isMark(current())) detail.parameters.mention = current().id.slice(2);
});
document.addEventListener("htmx:afterSettle", ({ target }) => {
  if (!target.closest?.("#panel")) return;
  preview(pane(), marks);
  panel().querySelector("[autofocus]")?.focus();
  if (document.activeElement === document.body) current()?.focus({ preventScroll: true });
  const mark = shown() && document.getElementById(`m-${shown()}`);
  if (mark && !current()) take(mark, { focus: !typing() });
});
// A card in hand stays in hand when its form comes or goes.
let card = null;
document.addEventListener("htmx:beforeSwap", ({ detail }) => (card = detail.target.matches?.(".side li.here") ? detail.target.id : null));
document.addEventListener("htmx:afterSettle", () => {
  const fresh = card && !current() && document.getElementById(card);
  card = null;
  if (fresh) take(fresh, { focus: document.activeElement === document.body, scroll: false });
});
document.addEventListener("htmx:oobAfterSwap", ({ detail }) => detail.target.id === "text" && ready());
ready();
