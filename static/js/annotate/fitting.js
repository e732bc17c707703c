// Which field of a form takes which words: a date goes to the date, a place to the place, somebody to who takes part
// or speaks.

/** What a field holds. */
const KINDS = { date: "date", place: "place", participant: "actor", host: "actor", visitor: "actor", speaker: "actor", addressee: "actor" };
/** Fields that take any words; those in neither list are only proved by words. */
const WORDS = ["topic", "quote", "cue", "addressed"];
/** What a mention with a label stands for, whether or not it is known which one. */
const LABELS = { PER: ["actor"], ROLE: ["actor"], ORG: ["actor"], NORP: ["actor"], GPE: ["place", "actor"], LOC: ["place"], DATE: ["date"] };

export const fieldOf = (holder) => holder.querySelector("input:not([type=hidden]), textarea, select");
export const kindOf = ({ dataset }) => KINDS[dataset.pick];
export const takesWords = (holder) => WORDS.includes(holder.dataset.pick) || ["place", "actor"].includes(kindOf(holder));

/** What words stand for: as a mention of this label, or by the values known of it; nothing where they are just words. */
export const kindsOf = (label, values = {}) => [...new Set([...(LABELS[label] ?? []), ...Object.keys(values)])];

/** The field in use, if it takes words of these kinds, else the one that does; null where the form has none. */
export function fieldFor(kinds, inUse) {
  const takes = (holder) => kinds.includes(kindOf(holder));
  if (!kinds.length || takes(inUse) || WORDS.includes(inUse.dataset.pick)) return inUse;
  const fitting = Array.from(inUse.closest("form").querySelectorAll("[data-pick]")).filter(takes);
  const open = fitting.find((holder) => fieldOf(holder).tagName === "TEXTAREA" || !fieldOf(holder).value);
  return open ?? fitting[0] ?? null;
}
