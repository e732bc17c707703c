// Forms of meetings and statements are filled in from the article: click words, or choose them from the list that
// opens under a field. The words chosen are sent along as what proves the field.
import { announce } from "../main.js";
import { marks, pane } from "./draw.js";
import { fieldFor, fieldOf, kindOf, kindsOf, lineAt, takesWords } from "./fitting.js";
import { holderOf, pieces, whenChosen } from "./offering.js";
import { rangeAt } from "./offsets.js";
import { say } from "./say.js";

let last = null;

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

whenChosen((holder, choice, typed) => {
  const field = fieldOf(holder);
  if (typed) replaceLine(field, choice.value);
  if (choice.start === undefined) announce(choice.value); // of the collection: no words of the article say so
  else fill(holder, choice);
});

/** What was typed was to be this. */
function replaceLine(field, text) {
  const [start, end] = lineAt(field);
  const others = field.value.slice(0, start) + field.value.slice(end);
  const twice = field.tagName === "TEXTAREA" && others.split("\n").includes(text);
  field.setRangeText(twice ? "" : text, start, end, "end");
  field.dataset.chosen = `${field.dataset.chosen ?? ""}\n${text}`;
}

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

document.addEventListener("focusin", ({ target }) => {
  const holder = holderOf(target);
  if (holder) last = holder;
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
