// New mentions, meetings and statements begin with words of the text.
import { announce } from "../main.js";
import { overlapping, pane } from "./draw.js";
import { take } from "./hand.js";
import { fieldOf } from "./fitting.js";
import { placeIn, rangeIn, read, spanOf } from "./offsets.js";
import { address, panel } from "./panel.js";
import { selectedSpan } from "./selecting.js";
import { unitsOf } from "./tokens.js";
import { say } from "./say.js";

/** Ask which label the words shall have. */
export function draft({ start, end }) {
  const [other] = overlapping(start, end);
  if (other) {
    take(other, { by: "pointer" });
    announce(`${say.taken} ${other.textContent}`);
    return;
  }
  const there = document.querySelector("#text mark.here");
  there?.classList.remove("here");
  htmx.ajax("GET", address("draft", { start, end }), { target: "#panel", source: panel() });
}

/** Open the form for a new meeting or statement: about the selected words, else the sentence of the mention in hand. */
export function addFrom(kind) {
  const holder = document.getElementById(`${kind}-adding`);
  const span = selectedSpan() ?? sentenceInHand();
  if (begun(holder)) return unfold(holder);
  if (!span) return;
  const url = address(`${kind}Draft`, span);
  htmx.ajax("GET", url, { target: holder, source: holder, swap: "outerHTML" });
}

/** Whether somebody wrote in a form and left it. */
const begun = (holder) => !holder.open && "begun" in (holder.querySelector("form")?.dataset ?? {});

function unfold(holder) {
  holder.open = true;
  fieldOf(holder.querySelector("[data-pick]") ?? holder)?.focus();
}

document.addEventListener("input", ({ target }) => {
  const form = target.closest?.("details.adding > form[data-pieces]");
  if (form) form.dataset.begun = "";
});
document.addEventListener("submit", ({ target }) => delete target.dataset.begun, true);

function sentenceInHand() {
  const mark = document.querySelector("#text mark.here");
  const block = mark?.closest(".block") ?? pane().querySelector(".block");
  if (!block) return null;
  const reading = read(block);
  const at = mark ? placeIn(reading, mark, 0) : 0;
  const sentences = unitsOf(reading.text, "sentence");
  return spanOf(rangeIn(reading, ...(sentences.find(([, end]) => end > at) ?? sentences.at(-1))));
}
