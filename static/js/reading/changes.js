// Changes to one's own reading: shown at once, saved one after the other. What could not be saved is taken back, and said.
import { announce } from "../main.js";
import { marks, pane, prepare, unwrap, wrap } from "../annotate/draw.js";
import { active } from "../annotate/caret.js";
import { take } from "../annotate/hand.js";
import { say } from "../annotate/say.js";

export const form = () => document.getElementById("mark-form");
export const spanOf = ({ dataset: { start, end, label } }) => ({ start: Number(start), end: Number(end), label });

const done = [];
const undone = [];
let last = Promise.resolve();
let open = 0;

const at = ({ start, end }, all = marks()) =>
  all.find(({ dataset }) => Number(dataset.start) === start && Number(dataset.end) === end);
const letterOf = (label) => form().querySelector(`[value="${label}"] b`).textContent;

/** Let `after` stand in place of `before`: spans with a label; without the one something is added, without the other dropped. */
export function change(before, after) {
  const known = before && { ...before, ...linksOf(before) };
  done.push([known, after]);
  undone.length = 0;
  draw(known, after);
  save(known, after);
}

/** Whom or what a mark means, as the list has it: a mark that was dropped gets it back. */
function linksOf(span) {
  const { actor, place } = listed(span)?.dataset ?? {};
  return { ...(actor && { actor }), ...(place && { place }) };
}

const listed = (span) => at(span, [...document.querySelectorAll("#marks li[data-start]")]);
export const rowOf = (mark) => listed(spanOf(mark));

/** Do something once all is saved. */
export const settled = (act) => (open ? last.then(() => settled(act)) : act());

export const undo = () => turn(done, undone, ([before, after]) => [after, before]);
export const redo = () => turn(undone, done, (both) => both);

function turn(from, to, turned) {
  const both = from.pop();
  if (!both) return;
  to.push(both);
  draw(...turned(both));
  save(...turned(both));
}

function draw(before, after) {
  const old = before && at(before);
  if (old) unwrap(old);
  const mark = after && wrap(`m-new-${after.start}`, { ...after, letter: letterOf(after.label), status: "added" });
  if (mark) take(mark);
}

function save(before, after) {
  open += 1;
  last = last.then(async () => {
    const page = await send(before, after);
    open -= 1;
    if (page) receive(page);
    else giveBack(before, after, page === null ? "offline" : "failed");
  });
}

/** The page that answers; undefined where it is another one, null where none came. */
async function send(before, after) {
  const row = before && listed(before);
  const address = after ? form().action : row?.querySelector("[data-drop]").action;
  const { "X-CSRFToken": token } = JSON.parse(document.body.getAttribute("hx-headers"));
  try {
    const answer = await fetch(address, { method: "POST", headers: { "X-CSRFToken": token }, body: new URLSearchParams(after ?? {}) });
    if (!answer.ok || new URL(answer.url).pathname !== location.pathname) return undefined;
    return whole(await answer.text());
  } catch {
    return null;
  }
}

/** The page that was sent, or null where its sending broke off, which to browsers may be an answer without words. */
export function whole(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  return page.getElementById("marks") && page;
}

/** The page as it is now, after this change: its list of marks, and the text where it shows something else. */
export function receive(page, { quiet = false } = {}) {
  document.getElementById("marks").replaceWith(page.getElementById("marks"));
  const theirs = [...page.querySelectorAll("#text mark")];
  for (const mark of theirs) {
    const mine = at(spanOf(mark));
    if (mine) Object.assign(mine, { id: mark.id, title: mark.title });
  }
  const told = page.querySelector(".messages")?.textContent.trim();
  if (told || !quiet) announce(told || say.saved, { quiet: !told });
  const same = theirs.length === marks().length && theirs.every((mark) => at(spanOf(mark))?.dataset.label === mark.dataset.label);
  if (!same && !open && !active()) redraw(page);
}

function redraw(page) {
  const here = pane().querySelector("mark.here");
  pane().replaceChildren(...page.getElementById("text").childNodes);
  marks().forEach(prepare);
  const again = here && at(spanOf(here));
  if (again) take(again);
}

function giveBack(before, after, why) {
  done.splice(done.findLastIndex(([one, other]) => one === before && other === after), 1);
  draw(after, before);
  announce(document.body.dataset[why]);
}

// Whoever leaves by a button waits until everything is saved.
document.addEventListener("submit", (event) => {
  if (!open) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  last.then(() => event.target.requestSubmit(event.submitter));
}, true);
addEventListener("beforeunload", (event) => open && event.preventDefault());
