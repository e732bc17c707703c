// Which field of a form takes which words: a date goes to the date, a place to the place, somebody to who takes part
// or speaks. And which words fit what is typed in a field.

/** What a field holds. */
const KINDS = { date: "date", place: "place", participant: "actor", host: "actor", visitor: "actor", speaker: "actor", addressee: "actor" };
/** Fields that take any words; those in neither list are only proved by words. */
const WORDS = ["topic", "quote", "cue", "addressed"];
/** What a mention with a label stands for, whether or not it is known which one. */
const LABELS = { PER: ["actor"], ROLE: ["actor"], ORG: ["actor"], NORP: ["actor"], GPE: ["place", "actor"], LOC: ["place"], DATE: ["date"] };

export const fieldOf = (holder) => holder.querySelector("input:not([type=hidden]), textarea, select");
export const kindOf = ({ dataset }) => KINDS[dataset.pick];
export const takesWords = (holder) => WORDS.includes(holder.dataset.pick) || ["place", "actor"].includes(kindOf(holder));

/** What words are known to stand for, and what else words like them may be: as a mention of this label. */
export const kindsOf = (label, values = {}) => ({ known: Object.keys(values), possible: LABELS[label] ?? [] });

/** The field in use, if it takes the words, else the one that does; null where the form has none. What is known of them goes first. */
export function fieldFor({ known, possible }, inUse) {
  const takes = (kinds) => (holder) => kinds.includes(kindOf(holder));
  if (takes(known)(inUse) || WORDS.includes(inUse.dataset.pick) || (!known.length && !possible.length)) return inUse;
  const others = Array.from(inUse.closest("form").querySelectorAll("[data-pick]"));
  const isOpen = (holder) => fieldOf(holder).tagName === "TEXTAREA" || !fieldOf(holder).value;
  const open = others.filter(isOpen).find(takes(known));
  if (open || takes(possible)(inUse)) return open ?? inUse;
  const fitting = others.filter(takes([...known, ...possible]));
  return fitting.find(isOpen) ?? fitting[0] ?? null;
}

/** Where the line of the caret begins and ends; of a field of one line that is all of it. */
export function lineAt(field) {
  if (field.tagName !== "TEXTAREA") return [0, field.value.length];
  const start = field.value.lastIndexOf("\n", field.selectionStart - 1) + 1;
  const end = field.value.indexOf("\n", start);
  return [start, end < 0 ? field.value.length : end];
}

/** What was typed there; a value that the form came with, or that was chosen, says nothing of what is looked for. */
export function typedIn(field) {
  const line = field.value.slice(...lineAt(field)).trim();
  return [field.defaultValue, field.dataset.chosen ?? ""].some((known) => known.split("\n").includes(line)) ? "" : line;
}

const parts = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether each word typed begins a word of the choice. */
export function fits(typed, { value, words }) {
  const there = parts(`${value} ${words}`);
  return parts(typed).every((part) => there.some((word) => word.startsWith(part)));
}
