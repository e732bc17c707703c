// The annotation page: which mention is in hand, marking words with the mouse or the keys, what a decision changes.
import { announce } from "../main.js";
import { inOrder, preview } from "./sureness.js";
import { listen } from "./shortcuts.js";
import { placeOf, rangeOf, readPane, selectedSpan, spanOf, wordsOf } from "./span-select.js";

const pane = () => document.getElementById("text");
const marks = () => Array.from(pane().querySelectorAll("mark"));
const current = () => pane().querySelector("mark.here");
let caret = null;
/** Milliseconds after which HTMX has settled what it swapped in. */
const SETTLED = 40;

/** Make marks focusable and show which one is in hand. */
function prepare() {
  for (const mark of marks()) {
    mark.tabIndex = -1;
    mark.setAttribute("role", "button");
  }
  point(document.querySelector("[data-mention]")?.dataset.mention);
}

function point(pk, { focus = false } = {}) {
  current()?.classList.remove("here");
  const mark = pk && document.getElementById(`m-${pk}`);
  if (!mark) return;
  mark.classList.add("here");
  mark.tabIndex = 0;
  if (focus) mark.focus({ preventScroll: true });
  mark.scrollIntoView({ block: "nearest" });
}

/** An address of the pane, which keeps the order of the proposals, with more in its query. */
function address(name, query) {
  const url = new URL(pane().dataset[name], location);
  for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
  return url.pathname + url.search;
}

function show(mark) {
  const pk = mark.id.slice(2);
  point(pk, { focus: true });
  if (document.querySelector(`#panel [data-mention="${pk}"]`)) return;
  htmx.ajax("GET", address("annotate", { mention: pk }), { target: "#panel" });
}

/** Go to the proposal after or before the one in hand; when all are decided, to any mention. */
function step(direction) {
  const all = inOrder(pane(), marks());
  const open = all.filter((mark) => mark.dataset.status === "proposed");
  const from = current() ? all.indexOf(current()) : -1;
  const choices = (open.length ? open : all).filter((mark) => mark !== current());
  const ahead = choices.filter((mark) => (all.indexOf(mark) - from) * direction > 0);
  const next = direction > 0 ? (ahead[0] ?? choices[0]) : (ahead.at(-1) ?? choices.at(-1));
  if (next) show(next);
}

function draft({ start, end }) {
  point(null);
  htmx.ajax("GET", address("draft", { start, end }), { target: "#panel" });
}

/** Marking by keys: a window of words that arrows move and Shift extends. */
function startCaret() {
  const read = readPane(pane());
  const words = wordsOf(read.text);
  if (!words.length) return;
  const mark = current();
  const from = mark ? placeOf(pane(), mark, mark.childNodes.length) : 0;
  const at = Math.max(0, words.findIndex(([start]) => start >= from));
  caret = { read, words, anchor: at, head: at };
  announce(pane().dataset.caret);
  drawCaret();
}

function caretRange() {
  const [first, last] = [Math.min(caret.anchor, caret.head), Math.max(caret.anchor, caret.head)];
  return rangeOf(caret.read, caret.words[first][0], caret.words[last][1]);
}

function drawCaret() {
  const selection = document.getSelection();
  selection.removeAllRanges();
  const range = caretRange();
  selection.addRange(range);
  range.startContainer.parentElement.scrollIntoView({ block: "nearest" });
}

function endCaret() {
  caret = null;
  document.getSelection().removeAllRanges();
  announce("");
}

function moveCaret(by, extend) {
  caret.head = Math.min(Math.max(caret.head + by, 0), caret.words.length - 1);
  if (!extend) caret.anchor = caret.head;
  drawCaret();
}

/** The line above or below: the word nearest to the same place across. */
function lineCaret(direction, extend) {
  const box = (index) => rangeOf(caret.read, ...caret.words[index]).getBoundingClientRect();
  const here = box(caret.head);
  let best = caret.head;
  for (let at = caret.head + direction; at >= 0 && at < caret.words.length; at += direction) {
    const there = box(at);
    if ((there.top - here.top) * direction < here.height / 2) continue;
    if (best !== caret.head && Math.abs(there.top - box(best).top) > here.height / 2) break;
    if (best === caret.head || Math.abs(there.left - here.left) < Math.abs(box(best).left - here.left)) best = at;
  }
  moveCaret(best - caret.head, extend);
}

function addCaret(number) {
  const span = spanOf(caretRange());
  const chip = document.querySelectorAll(".bar .legend .chip")[number - 1];
  endCaret();
  htmx.ajax("POST", pane().dataset.add, { target: "#panel", values: { ...span, label: chip.classList[1] } });
}

function caretKey({ key, shiftKey }) {
  const moves = {
    ArrowRight: () => moveCaret(1, shiftKey),
    ArrowLeft: () => moveCaret(-1, shiftKey),
    ArrowDown: () => lineCaret(1, shiftKey),
    ArrowUp: () => lineCaret(-1, shiftKey),
    Escape: endCaret,
    Enter: () => {
      const span = spanOf(caretRange());
      endCaret();
      draft(span);
    },
  };
  if (/^[1-7]$/.test(key)) return () => addCaret(Number(key));
  return moves[key];
}

listen((event) => {
  if (caret) return caretKey(event);
  const focused = document.activeElement?.closest("#text mark");
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    n: startCaret,
    "?": () => document.getElementById("keys-help").showModal(),
  };
  if (event.key === "Enter" && focused) return () => show(focused);
  return keys[event.key];
});

document.addEventListener("mouseup", (event) => {
  if (!event.target.closest?.("#text")) return;
  const span = selectedSpan(pane(), { exact: event.altKey });
  if (span) draft(span);
  else if (event.target.closest("mark")) show(event.target.closest("mark"));
});

document.addEventListener("click", (event) => {
  const opener = event.target.closest?.("[data-open]");
  if (opener) document.getElementById(opener.dataset.open).showModal();
});

// The row is saved: the mark follows, and the next proposal comes in hand.
document.addEventListener("mention:decided", ({ detail }) => {
  const mark = document.getElementById(`m-${detail.pk}`);
  if (mark && mark.dataset.label !== detail.label) {
    mark.classList.replace(mark.dataset.label, detail.label);
    mark.dataset.label = detail.label;
    const chip = document.querySelector(`.bar .legend .${detail.label} b`);
    mark.dataset.letter = chip?.textContent ?? "";
  }
  if (mark) mark.dataset.status = detail.status;
  document.getSelection().removeAllRanges();
  const typing = document.activeElement?.closest("#panel");
  point(detail.show || null, { focus: !typing });
});

// Back from what can be accepted in bulk: to the mention that was in hand, where there is one.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (detail.elt.id === "sure-back" && current()) detail.parameters.mention = current().id.slice(2);
});
document.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (detail.target.id !== "panel") return;
  preview(pane(), marks());
  const shown = detail.target.querySelector("[data-mention]")?.dataset.mention;
  if (shown && current()?.id !== `m-${shown}`) point(shown);
});

// A panel that waits for the server takes no clicks; keys wait for what it will show (see shortcuts.js).
document.addEventListener("htmx:beforeSend", ({ detail }) => {
  if (detail.target.id === "panel") detail.target.inert = true;
});
document.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (detail.target.id !== "panel") return;
  setTimeout(() => {
    document.getElementById("panel").inert = false;
    document.querySelector("#panel [autofocus]")?.focus();
    document.dispatchEvent(new CustomEvent("panel:ready"));
  }, SETTLED);
});

document.addEventListener("htmx:oobAfterSwap", ({ detail }) => detail.target.id === "text" && prepare());
prepare();
preview(pane(), marks());
