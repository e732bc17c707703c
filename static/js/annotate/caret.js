// Marking words by keyboard: a window over the text that arrows move and Shift extends.
import { announce } from "../main.js";
import { overlapping, pane } from "./draw.js";
import { current, isMark, take } from "./hand.js";
import { placeIn, rangeIn, read, spanOf } from "./offsets.js";
import { unitsOf } from "./tokens.js";
import { say } from "./say.js";

/** The reading of a paragraph, and the units at both ends of the window; `unit` is what Left and Right move by. */
let caret = null;
let acts = null;
let unit = "token";

const blocks = () => Array.from(pane().querySelectorAll(".block"));
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export const active = () => caret !== null;

/** `what` is done with the words: `add(span, label)` gives them a label, `draft(span)` asks for one. */
export function start(what) {
  acts = what;
  const mark = isMark(current()) ? current() : null;
  const block = mark?.closest(".block") ?? blocks()[0];
  if (!block) return;
  const reading = read(block);
  const from = mark ? placeIn(reading, mark, mark.childNodes.length) : 0;
  const words = unitsOf(reading.text, "token");
  const first = words.find(([at]) => at >= from) ?? words.at(-1);
  if (!first) return;
  caret = { reading, anchor: first, head: first };
  pane().classList.add("marking");
  announce(say.caret);
  draw();
}

export function stop() {
  caret = null;
  pane().classList.remove("marking");
  document.getSelection().removeAllRanges();
  announce("");
}

const span = () => [Math.min(caret.anchor[0], caret.head[0]), Math.max(caret.anchor[1], caret.head[1])];

function draw() {
  const selection = document.getSelection();
  const range = rangeIn(caret.reading, ...span());
  selection.removeAllRanges();
  selection.addRange(range);
  range.startContainer.parentElement.scrollIntoView({ block: "nearest" });
}

/** The head to a unit; the other end stays where it is if the window grows. */
function go(to, extend) {
  if (!to) return;
  caret.head = to;
  if (!extend) caret.anchor = to;
  draw();
}

function move(by, extend, size = unit) {
  const [start, end] = caret.head;
  const units = unitsOf(caret.reading.text, size);
  const next = by > 0 ? units.find(([first]) => first >= end) : units.findLast(([, last]) => last <= start);
  if (next) go(next, extend);
  else if (!extend) paragraph(by, size);
}

function paragraph(by, size) {
  const all = blocks();
  for (let at = all.indexOf(caret.reading.part) + by; all[at]; at += by) {
    const reading = read(all[at]);
    const units = unitsOf(reading.text, size);
    if (!units.length) continue;
    caret = { ...caret, reading };
    return go(by > 0 ? units[0] : units.at(-1), false);
  }
}

/** The line above or below: the word nearest to the same place across. */
function line(by, extend) {
  const box = ([start, end]) => rangeIn(caret.reading, start, end).getBoundingClientRect();
  const here = box(caret.head);
  const words = unitsOf(caret.reading.text, "token");
  const beyond = words.map((word) => [word, box(word)]).filter(([, { top }]) => (top - here.top) * by > here.height / 2);
  if (!beyond.length) return extend ? undefined : paragraph(by, "token");
  const tops = beyond.map(([, { top }]) => top);
  const nearest = by > 0 ? Math.min(...tops) : Math.max(...tops);
  const row = beyond.filter(([, { top }]) => Math.abs(top - nearest) < here.height / 2);
  const across = ([, { left }]) => Math.abs(left - here.left);
  go(row.reduce((best, each) => (across(each) < across(best) ? each : best))[0], extend);
}

/** The next word that begins with a letter; with a capital, the one before. */
function jump(letter, back) {
  const wanted = plain(letter);
  const all = blocks();
  const step = back ? -1 : 1;
  for (let at = all.indexOf(caret.reading.part); all[at]; at += step) {
    const reading = all[at] === caret.reading.part ? caret.reading : read(all[at]);
    const [start, end] = reading === caret.reading ? caret.head : [Infinity, -1];
    const words = unitsOf(reading.text, "token").filter((word) => plain(reading.text.slice(...word)).startsWith(wanted));
    const found = back ? words.findLast(([, last]) => last <= start) : words.find(([first]) => first >= end);
    if (!found) continue;
    caret = { ...caret, reading };
    return go(found, false);
  }
}

/** Leave the caret and do something with the words it stands on, if they are free. */
function use(act) {
  const found = spanOf(rangeIn(caret.reading, ...span()));
  stop();
  const [other] = overlapping(found.start, found.end);
  if (other) {
    take(other);
    announce(`${say.taken} ${other.textContent}`);
  } else act(found);
}

function switchUnit() {
  unit = unit === "token" ? "letter" : "token";
  announce(say[unit]);
}

/** What a key does while the caret is on; `label` is the label the key stands for, where it does. */
export function keyed({ key, shiftKey }, label) {
  const moves = {
    ArrowRight: () => move(1, shiftKey),
    ArrowLeft: () => move(-1, shiftKey),
    ArrowDown: () => line(1, shiftKey),
    ArrowUp: () => line(-1, shiftKey),
    End: () => move(1, shiftKey, "sentence"),
    Home: () => move(-1, shiftKey, "sentence"),
    PageDown: () => paragraph(1, "paragraph"),
    PageUp: () => paragraph(-1, "paragraph"),
    ".": switchUnit,
    Escape: stop,
    Enter: () => use(acts.draft),
  };
  if (label) return () => use((found) => acts.add(found, label));
  if (moves[key]) return moves[key];
  return /^\p{L}$/u.test(key) ? () => jump(key, key !== key.toLowerCase()) : () => {};
}
