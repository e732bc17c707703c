// Forms of meetings and statements are filled in from the article: click words, or choose them from the list that
// opens under a field. The words chosen are sent along as what proves the field.
import { announce } from "../main.js";
import { marks, pane } from "./draw.js";
import { fieldFor, fieldOf, kindOf, kindsOf, takesWords } from "./fitting.js";
import { rangeAt } from "./offsets.js";
import { say } from "./say.js";

let last = null;
let list = null;

const pieces = (form) => JSON.parse(form.dataset.pieces).map(([start, end, values, words]) => ({ start, end, values, words }));
const holderOf = (target) => target.closest?.("form[data-pieces] [data-pick]");
const usable = () => last?.isConnected && last.getClientRects().length > 0;

/** Put a choice into a field, and note the words it came from; `asked` is the field that was in use. */
function fill(holder, { start, end, value, words }, asked = holder) {
  const field = fieldOf(holder);
  const { pick } = holder.dataset;
  if (field.tagName === "TEXTAREA" && pick !== "quote") addLine(field, value ?? words);
  else if (value || takesWords(holder)) field.value = value ?? words;
  if (pick !== "topic") prove(holder, `${pick}:${start}-${end}`, words);
  field.focus();
  announce(`${holder === asked ? "" : `${labelOf(field)} – `}${say.proof} ${words}`);
}

const labelOf = (field) => field.labels[0].textContent.replace(/\s*:?\s*$/, "");

function addLine(field, text) {
  const lines = field.value.split("\n").filter((line) => line.trim());
  if (!lines.includes(text)) field.value = [...lines, text].join("\n");
}

function prove(holder, proof, words) {
  const single = !["participant", "host", "visitor"].includes(holder.dataset.pick);
  const there = holder.querySelectorAll("[data-proof]");
  if (single) there.forEach((each) => each.remove());
  const note = document.createElement("p");
  note.className = "proof";
  note.dataset.proof = proof;
  const hidden = Object.assign(document.createElement("input"), { type: "hidden", name: "proof", value: proof });
  note.append(`« ${words} »`, hidden);
  holder.append(note);
}

/** The choices for a field: one for each value, with the words that first say so. */
function choices(holder) {
  const kind = kindOf(holder);
  if (!kind) return [];
  const found = new Map();
  for (const { start, end, values, words } of pieces(holder.closest("form"))) {
    const value = values[kind];
    if (value && !found.has(value)) found.set(value, { start, end, value, words });
  }
  return [...found.values()];
}

function open(holder) {
  close();
  const offered = choices(holder);
  if (!offered.length) return announce(say.nothing);
  const box = Object.assign(document.createElement("ul"), { id: "pieces", className: "pieces" });
  box.setAttribute("role", "listbox");
  box.setAttribute("aria-label", say.pieces);
  offered.forEach((choice, index) => {
    const option = Object.assign(document.createElement("li"), { id: `piece-${index}`, textContent: choice.words });
    const value = Object.assign(document.createElement("span"), { className: "muted", textContent: ` ${choice.value}` });
    option.setAttribute("role", "option");
    option.append(value);
    option.addEventListener("mousedown", (event) => event.preventDefault());
    option.addEventListener("click", () => choose(index));
    box.append(option);
  });
  fieldOf(holder).after(box);
  list = { holder, box, offered, here: -1 };
  move(firstUnlike(holder, offered));
}

/** The list opens at the first choice that the field does not have already. */
function firstUnlike(holder, offered) {
  return Math.max(0, offered.findIndex(({ value }) => value !== fieldOf(holder).value));
}

function move(to) {
  const { box, holder, offered } = list;
  box.children[list.here]?.setAttribute("aria-selected", "false");
  list.here = (to + offered.length) % offered.length;
  const option = box.children[list.here];
  option.setAttribute("aria-selected", "true");
  option.scrollIntoView({ block: "nearest" });
  fieldOf(holder).setAttribute("aria-activedescendant", option.id);
  light(offered[list.here]);
}

/** The words that a choice comes from show in the text. */
function light({ start, end }) {
  const range = rangeAt(pane(), start, end);
  const selection = document.getSelection();
  if (!range) return;
  CSS.highlights?.set("piece", new Highlight(range));
  if (selection.rangeCount && pane().contains(selection.anchorNode)) selection.removeAllRanges();
  range.startContainer.parentElement.scrollIntoView({ block: "nearest" });
}

function close() {
  if (!list) return;
  fieldOf(list.holder).removeAttribute("aria-activedescendant");
  list.box.remove();
  list = null;
  CSS.highlights?.delete("piece");
}

function choose(index = list.here) {
  const { holder, offered } = list;
  close();
  fill(holder, offered[index]);
}

document.addEventListener("keydown", (event) => {
  const holder = holderOf(event.target);
  if (!holder || event.isComposing) return;
  const lines = event.target.tagName === "TEXTAREA" && !event.altKey;
  if (!list && event.key === "ArrowDown" && !lines && event.target.tagName !== "SELECT") open(holder);
  else if (list && event.key === "ArrowDown") move(list.here + 1);
  else if (list && event.key === "ArrowUp") move(list.here - 1);
  else if (list && event.key === "Enter") choose();
  else if (list && event.key === "Escape") close();
  else return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);

document.addEventListener("focusin", ({ target }) => {
  const holder = holderOf(target);
  if (holder) last = holder;
  if (list && list.holder !== holder) close();
});

// Words clicked or selected while a form is open are meant for it: for the field that was in use last, or the one they fit.
document.addEventListener("words:chosen", (event) => {
  if (!usable() || (!event.detail.mark && !event.detail.span)) return;
  event.preventDefault();
  document.getSelection().removeAllRanges();
  const { start, end, label, values } = chosen(event.detail);
  const words = rangeAt(pane(), start, end)?.toString() ?? "";
  const holder = fieldFor(kindsOf(label, values), last);
  if (holder) return fill(holder, { start, end, words, value: values?.[kindOf(holder)] }, last);
  fieldOf(last).focus();
  announce(`${say.unfit} ${words}`);
});

/** The words, and what is known of the mention that they are, if they are one. */
function chosen({ mark, span }) {
  const place = span ?? { start: Number(mark.dataset.start), end: Number(mark.dataset.end) };
  const same = ({ start, end }) => Number(start) === place.start && Number(end) === place.end;
  const known = pieces(last.closest("form")).find(same);
  const drawn = marks().find(({ dataset }) => same(dataset));
  return { ...place, label: drawn?.dataset.label, values: known?.values };
}

// A form that was just opened takes the focus in its first field, whose value a name typed takes the place of.
document.addEventListener("htmx:afterSettle", ({ detail }) => {
  const form = detail.elt.querySelector?.("form[data-pieces]");
  if (!form || form.contains(document.activeElement) || form.querySelector(".errorlist")) return;
  const field = fieldOf(form.querySelector("[data-pick]"));
  field?.focus();
  if (form.dataset.edit === "add" && field?.tagName === "INPUT") field.select();
});
