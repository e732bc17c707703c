// The panel beside the text: all about the mention in hand, fetched once it is there for good.
import { pane } from "./draw.js";
import { current, isMark, typing } from "./hand.js";
import * as queue from "./queue.js";

let asking = null;
let withheld = false;

export const panel = () => document.getElementById("panel");
export const shown = () => panel().querySelector("[data-mention]")?.dataset.mention;
const pkOf = (mark) => mark.id.slice(2);

/** An address of the pane, which keeps the order of the proposals, with more in its query. */
export function address(name, query = {}) {
  const url = new URL(pane().dataset[name], location);
  for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
  return url.pathname + url.search;
}

const busy = () => Boolean(typing()?.closest("#panel"));

/** Show an answer of the server: all of it, or only its counters where the panel is about something else by now. Nothing
 * takes away a field in which somebody types. */
export function receive(html, { counters = false } = {}) {
  withheld ||= !counters && busy();
  htmx.swap("#panel", html, { swapStyle: counters || busy() ? "none" : "innerHTML" });
}

/** Fetch the panel of a mark; the answer to an older question is not waited for. */
export async function ask(mark, { again = false } = {}) {
  if (!mark || !isMark(mark) || (!again && shown() === pkOf(mark))) return;
  asking?.abort();
  if (mark.id.startsWith("m-new")) return sketch(mark);
  const question = (asking = new AbortController());
  panel().setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address("annotate", { mention: pkOf(mark) }), {
      headers: { "HX-Request": "true" },
      signal: question.signal,
    });
    if (!answer.ok) throw new Error(answer.status);
    const html = await answer.text();
    const answered = shown() === pkOf(mark) && !again;
    if (current()?.id === mark.id && !answered) receive(html);
  } catch {
    if (!question.signal.aborted && current()?.id === mark.id) missed(current());
  }
  if (asking === question) panel().removeAttribute("aria-busy");
}

function missed(mark) {
  if (!busy()) sketch(mark);
  document.dispatchEvent(new Event("panel:missing"));
}

/** Without the server: what the page itself knows of the mention. Keys work all the same. */
function sketch(mark) {
  const sheet = document.getElementById("panel-sketch").content.cloneNode(true);
  sheet.querySelector(".words").textContent = mark.textContent;
  sheet.querySelector(".kind").textContent = mark.title || mark.dataset.label;
  panel().replaceChildren(sheet);
}

/** The answer to an edit brought a panel: show it if it is about what is in hand. */
export function bringIn(html, row) {
  const inHand = current();
  const about = new DOMParser().parseFromString(html, "text/html").querySelector("[data-mention]")?.dataset.mention;
  const fits = !inHand || !isMark(inHand) || inHand.id === `m-${about}` || inHand.id === row;
  receive(html, { counters: !fits });
  if (!fits && !queue.next()) ask(inHand);
}

document.addEventListener("hand:taken", ({ detail }) => isMark(detail.element) && ask(detail.element));

// What could not be shown while somebody typed is shown now, unless an edit just made brings it anyway.
document.addEventListener("focusout", ({ target }) => {
  if (!withheld || !target.closest?.("#panel")) return;
  queueMicrotask(() => {
    if (busy()) return;
    withheld = false;
    if (!queue.next()) ask(current(), { again: true });
  });
});

// Whatever else is asked for, to show in the panel, is not overtaken by the answer to an older question.
document.addEventListener("htmx:beforeRequest", ({ detail }) => detail.target === panel() && asking?.abort());
