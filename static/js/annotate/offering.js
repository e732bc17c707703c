// The list under a field of a form: what the article offers for it. Once something is typed, only what fits that, and
// after it who and what in the collection does.
import { announce } from "../main.js";
import { pane } from "./draw.js";
import { fieldOf, fits, kindOf, typedIn } from "./fitting.js";
import { rangeAt } from "./offsets.js";
import { say } from "./say.js";

const WAIT = 120;
/** Where the collection is asked for what a field of a kind may hold. */
const NAMES = { actor: say.actorNames, place: say.placeNames };

let list = null;
let timer = null;
let asking = null;
let choose = () => {};
const told = Object.assign(document.createElement("span"), { className: "visually-hidden" });
told.setAttribute("role", "status");
document.body.append(told);

/** `chosen(holder, choice, typed)` is told of what was chosen, and of the letters that it stands in place of. */
export const whenChosen = (chosen) => (choose = chosen);
export const pieces = (form) => JSON.parse(form.dataset.pieces).map(([start, end, values, words]) => ({ start, end, values, words }));
export const holderOf = (target) => target.closest?.("form[data-pieces] [data-pick]");

/** What the article offers: one choice for each value, with the words that first say so; nothing twice for one field. */
function offeredFor(holder, typed) {
  const kind = kindOf(holder);
  const found = new Map();
  const there = typed ? fieldOf(holder).value.split("\n") : [];
  for (const { start, end, values, words } of kind ? pieces(holder.closest("form")) : []) {
    const choice = { start, end, value: values[kind], words };
    const fitting = choice.value && !there.includes(choice.value) && (!typed || fits(typed, choice));
    if (fitting && !found.has(choice.value)) found.set(choice.value, choice);
  }
  return [...found.values()];
}

function show(holder, offered, typed) {
  close();
  if (!offered.length) return;
  const box = Object.assign(document.createElement("ul"), { id: "pieces", className: "pieces" });
  box.setAttribute("role", "listbox");
  box.setAttribute("aria-label", typed ? holder.querySelector("label").textContent : say.pieces);
  list = { holder, box, offered, typed, here: -1 };
  box.append(...offered.map(optionOf));
  fieldOf(holder).after(box);
  fieldOf(holder).setAttribute("aria-controls", box.id);
}

function optionOf({ words, value, details }, index) {
  const option = Object.assign(document.createElement("li"), { id: `piece-${index}`, textContent: words });
  const beside = details ?? (value === words ? "" : value);
  const more = Object.assign(document.createElement("span"), { className: "muted", textContent: ` ${beside}` });
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.append(more);
  option.addEventListener("mousedown", (event) => event.preventDefault());
  option.addEventListener("click", () => pick(index));
  return option;
}

/** By the key: a choice is taken in hand at once, the first that the field does not have already. */
function open(holder) {
  const typed = typedIn(fieldOf(holder));
  const offered = offeredFor(holder, typed);
  if (!offered.length && !asks(holder, typed)) return announce(say.nothing);
  show(holder, offered, typed);
  if (list) move(Math.max(0, offered.findIndex(({ value }) => value !== fieldOf(holder).value)));
  ask(holder, typed, 0);
}

/** While something is typed: nothing is in hand, so that Enter does what it does without a list. */
function narrow(holder) {
  const typed = typedIn(fieldOf(holder));
  const offered = typed ? offeredFor(holder, typed) : [];
  show(holder, offered, typed);
  if (list) tell();
  ask(holder, typed, WAIT);
}

/** How many there are, said without showing: letters follow each other quickly. */
function tell(number = list.offered.length) {
  told.textContent = number === 0 ? say.noName : number === 1 ? say.foundOne : `${number} ${say.found}`;
}

const asks = (holder, typed) => typed.length > 1 && NAMES[kindOf(holder)];

function ask(holder, typed, wait) {
  clearTimeout(timer);
  asking?.abort();
  const names = asks(holder, typed);
  if (names) timer = setTimeout(() => fetchNames(holder, typed, names), wait);
}

async function fetchNames(holder, typed, names) {
  asking = new AbortController();
  const address = new URL(names, location);
  address.searchParams.set("q", typed);
  const answer = await fetch(address, { signal: asking.signal }).catch(() => null);
  const html = answer?.ok ? await answer.text() : "";
  const field = fieldOf(holder);
  if (!html || document.activeElement !== field || typedIn(field) !== typed) return;
  const there = list?.holder === holder ? list : { offered: [], here: -1 };
  const known = [...there.offered.map(({ value }) => value), ...field.value.split("\n")];
  const more = named(html).filter(({ value }) => !known.includes(value));
  if (!more.length) return list || tell(0);
  show(holder, [...there.offered, ...more], typed);
  if (there.here >= 0) move(there.here);
  tell();
}

/** The names of the answer; where two bear one, what tells them apart stands in the field. */
function named(html) {
  const options = [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("[role=option]")];
  const bearers = (name) => options.filter(({ dataset }) => dataset.name === name).length;
  return options.map((option) => {
    const { name, slug } = option.dataset;
    const details = [...option.querySelectorAll(".muted")].map((part) => part.textContent.trim()).filter(Boolean);
    return { value: bearers(name) > 1 ? slug : name, words: name, details: details.join(" · ") };
  });
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
  CSS.highlights?.delete("piece");
  const range = start === undefined ? null : rangeAt(pane(), start, end);
  const selection = document.getSelection();
  if (!range) return;
  CSS.highlights?.set("piece", new Highlight(range));
  if (selection.rangeCount && pane().contains(selection.anchorNode)) selection.removeAllRanges();
  range.startContainer.parentElement.scrollIntoView({ block: "nearest" });
}

function close() {
  if (!list) return;
  const field = fieldOf(list.holder);
  for (const name of ["aria-activedescendant", "aria-controls"]) field.removeAttribute(name);
  list.box.remove();
  list = null;
  CSS.highlights?.delete("piece");
}

function pick(index = list.here) {
  const { holder, offered, typed } = list;
  clearTimeout(timer);
  asking?.abort();
  close();
  choose(holder, offered[index], typed);
}

document.addEventListener("keydown", (event) => {
  const holder = holderOf(event.target);
  if (!holder || event.isComposing) return;
  const lines = event.target.tagName === "TEXTAREA" && !event.altKey;
  if (!list && event.key === "ArrowDown" && !lines && event.target.tagName !== "SELECT") open(holder);
  else if (list && event.key === "ArrowDown") move(list.here + 1);
  else if (list && event.key === "ArrowUp") move(list.here < 0 ? -1 : list.here - 1);
  else if (list?.here >= 0 && event.key === "Enter") pick();
  else if (list && event.key === "Escape") close();
  else return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);

document.addEventListener("input", ({ target, isTrusted }) => {
  const holder = isTrusted && holderOf(target);
  if (holder && kindOf(holder) && target === fieldOf(holder)) narrow(holder);
});

document.addEventListener("focusin", ({ target }) => {
  if (list && list.holder !== holderOf(target)) close();
});
