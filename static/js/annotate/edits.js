// What an editor does, shown at once and sent in its turn.
import { announce } from "../main.js";
import { bring, overlapping, pane, show, stateOf } from "./draw.js";
import { current, isMark, take } from "./hand.js";
import { rangeAt } from "./offsets.js";
import * as queue from "./queue.js";
import { say } from "./say.js";
import { wake } from "./sender.js";
import { following } from "./walk.js";

const STATUS = { accept: "accepted", reject: "rejected", relabel: "changed", move: "changed", add: "added", link: "changed", details: "changed" };
const pkOf = (row) => (row.startsWith("m-new") ? "0" : row.replace(/^\D+/, ""));

/** The status the server will give: what a person added stays added, what one changed is not merely accepted. */
function statusAfter(verb, status) {
  if (status === "added" && verb !== "reject") return status;
  return status === "changed" && verb === "accept" ? status : STATUS[verb];
}

/** The address for a verb on a row. */
function addressOf(row, verb) {
  const kind = row.startsWith("m-") ? "mention" : row.split("-")[0];
  return pane().dataset[`${kind}Accept`].replace("/0/accept/", `/${pkOf(row)}/${verb}/`);
}

/** Queue an edit on the element; `after` is what it will show. */
function edit(element, verb, fields, after = {}, more = {}) {
  const before = isMark(element) ? stateOf(element) : { status: element.dataset.status };
  const entry = {
    id: queue.newId(),
    row: element.id,
    verb,
    url: addressOf(element.id, verb),
    version: element.dataset.version,
    fields: Array.isArray(fields) ? fields : Object.entries(fields),
    before,
    after: { status: statusAfter(verb, element.dataset.status), ...after },
    words: wordsOf(element),
    ...more,
  };
  queue.push(entry);
  apply(entry);
  document.dispatchEvent(new CustomEvent("edit:made", { detail: entry }));
  wake();
  return entry;
}

const wordsOf = (element) => (isMark(element) ? element.textContent : element.querySelector(".people, strong")?.textContent) ?? "";

/** Let the page show what an edit leads to. */
export function apply({ row, after, state }) {
  if (row === "text") return;
  const element = document.getElementById(row);
  // What was refused is not what anything is.
  if (state === "refused") refresh(row);
  else if (row.startsWith("m-")) bring(row, after);
  else if (element?.dataset.status) element.dataset.status = after.status ?? element.dataset.status;
  const shown = document.getElementById(row);
  if (shown) shown.dataset.unsaved = state ?? "waiting";
}

/** Accept or reject what is in hand, and go on to the next proposal. */
export function decide(verb, element = current()) {
  if (!element) return;
  const next = following(element);
  const show = next && isMark(next) ? { show: next.id.slice(2) } : {};
  edit(element, verb, show);
  if (next) take(next);
  else document.dispatchEvent(new Event("walk:over"));
}

export function relabel(label, element = current()) {
  if (!element || !isMark(element) || element.dataset.label === label) return;
  edit(element, "relabel", { label, show: pkOf(element.id) }, { label, letter: letterOf(label) });
}

const letterOf = (label) => document.querySelector(`.legend .${label} b`)?.textContent ?? "";

/** Move a mention to other words, if they are free. */
export function moveTo(element, span) {
  if (!span || (span.start === Number(element.dataset.start) && span.end === Number(element.dataset.end))) return;
  const { start, end } = span;
  const [other] = overlapping(start, end, element);
  if (other) return announce(`${say.taken} ${other.textContent}`);
  edit(element, "move", { start, end, show: pkOf(element.id) }, { start, end });
}

export function add({ start, end }, label) {
  const id = `m-new-${queue.newId()}`;
  const after = { start, end, label, letter: letterOf(label), status: "added", sure: null };
  const entry = {
    id: queue.newId(), row: id, verb: "add", url: pane().dataset.add, version: null,
    fields: Object.entries({ start, end, label }), before: null, after, words: rangeAt(pane(), start, end)?.toString() ?? "",
  };
  queue.push(entry);
  apply(entry);
  const mark = document.getElementById(id);
  if (mark) take(mark);
  document.dispatchEvent(new CustomEvent("edit:made", { detail: entry }));
  wake();
}

/** A form of the page: `data-edit` is its verb, `data-row` the row it is about. */
export function submit(form, submitter) {
  const element = document.getElementById(form.dataset.row);
  const once = ["csrfmiddlewaretoken", "version", "action"];
  const pairs = [...new FormData(form, submitter)].filter(([name]) => !once.includes(name));
  const fields = Object.fromEntries(pairs);
  const { edit: verb, resolves } = form.dataset;
  if (!resolves && (verb === "accept" || verb === "reject")) return decide(verb, element);
  if (!resolves && verb === "relabel") return relabel(fields.label, element);
  const version = form.elements.version?.value;
  if (version && (resolves || !isMark(element))) element.dataset.version = version;
  if (isMark(element)) pairs.push(["show", pkOf(element.id)]);
  const more = { url: new URL(form.action).pathname, ...(resolves ? { resolves } : {}) };
  if (element.id.endsWith("-adding")) {
    element.open = false;
    current()?.focus({ preventScroll: true });
    more.hand = current()?.id;
    more.words = fields.quote ?? fields.participants?.split("\n").join(", ");
  } else element.focus({ preventScroll: true });
  edit(element, verb, pairs, afterOf(verb, fields), more);
}

/** What a form's edit will show, as far as the page can tell before the server does. */
function afterOf(verb, fields) {
  if (verb === "move" && fields.start) return { start: Number(fields.start), end: Number(fields.end) };
  return verb === "relabel" ? { label: fields.label } : {};
}

/** Drop an edit that was not saved: the element shows again what it showed before. */
export function drop(entry) {
  queue.settle(entry.id);
  restoreTo(entry);
  document.dispatchEvent(new CustomEvent("edit:dropped", { detail: entry }));
}

function restoreTo(entry) {
  const element = entry.row === "text" ? null : document.getElementById(entry.row);
  if (!element) return;
  if (entry.before === null) bring(entry.row, { status: "rejected" });
  else if (isMark(element)) bring(entry.row, entry.current ?? entry.before);
  else if (entry.before.status) show(element, { status: entry.before.status });
  refresh(entry.row);
}

/** Say at the words whether something about them is unsaved. */
export function refresh(row) {
  const element = document.getElementById(row);
  if (!element) return;
  const left = queue.of(row);
  if (left.length) element.dataset.unsaved = (left.find(({ state }) => state !== "waiting") ?? left[0]).state;
  else delete element.dataset.unsaved;
}
