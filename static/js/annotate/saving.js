// What becomes of edits: saved, waiting for the connection, in conflict, refused. Shown at the words, in the bar, and said.
import { announce } from "../main.js";
import { bring } from "./draw.js";
import { apply, drop, refresh } from "./edits.js";
import { goInto } from "./focus.js";
import { goTo, isHeld } from "./held.js";
import { current, isMark, take, typing } from "./hand.js";
import { bringIn, panel, receive } from "./panel.js";
import * as queue from "./queue.js";
import { wake } from "./sender.js";
import { say } from "./say.js";
import { turned } from "./turned.js";

const banner = () => document.getElementById("connection");
const list = () => document.getElementById("unsaved-list");
let lost = false;

function saved({ entry, html, saved: state }) {
  if (entry.row === "text") return turned(html, state);
  const rest = queue.of(`m-${state.pk}`);
  if (entry.row.startsWith("m-")) {
    const element = document.getElementById(entry.row);
    if (element) element.id = `m-${state.pk}`;
    // What was done since on the same words stays as it is shown.
    bring(`m-${state.pk}`, rest.length ? { version: state.version } : state);
    refresh(`m-${state.pk}`);
    bringIn(html, `m-${state.pk}`);
  } else if (entry.row.endsWith("-adding")) {
    added(entry.row, state.row, html);
  } else {
    card(entry.row, html);
  }
  document.dispatchEvent(new CustomEvent("row:drawn", { detail: state }));
  if (state.said) announce(state.said, { quiet: true });
}

/** A new meeting or statement joins the others of its list. */
function added(row, id, html) {
  const holder = document.getElementById(row);
  const list = holder?.parentElement.querySelector("ul");
  if (!list) return;
  htmx.swap(list, html, { swapStyle: "beforeend" });
  refresh(row);
  take(document.getElementById(id));
}

/** A meeting or statement as the server draws it now. */
function card(row, html) {
  const old = document.getElementById(row);
  if (!old) return;
  const held = { here: old.classList.contains("here"), focus: old.contains(document.activeElement) };
  htmx.swap(old, html, { swapStyle: "outerHTML" });
  const fresh = document.getElementById(row);
  if (held.here) take(fresh, { focus: held.focus, scroll: false });
  refresh(row);
}

function conflict(entry) {
  if (entry.row === "text") return refused({ entry, html: entry.html });
  refresh(entry.row);
  announce(say.conflict);
  if (current()?.id === entry.row || !isMark(current())) reveal(entry);
}

/** Both versions, to choose from. */
export function reveal(entry) {
  const element = document.getElementById(entry.row);
  if (element && current() !== element) take(element, { by: "list" });
  if (entry.row.startsWith("m-")) receive(entry.html);
  else card(entry.row, entry.html);
  const holder = entry.row.startsWith("m-") ? document.getElementById("panel") : document.getElementById(entry.row);
  for (const form of holder.querySelectorAll("form[data-mine]")) {
    form.dataset.resolves = entry.id;
    form.querySelector("button").focus();
  }
}

/** Whether what was in hand when an edit was made is so still, and nobody types elsewhere. */
const isStill = (entry) => current()?.id === ("hand" in entry ? entry.hand : entry.row) && !typing();

function refused({ entry, html }) {
  const reason = new DOMParser().parseFromString(html, "text/html").querySelector(".errorlist")?.textContent.trim();
  queue.update(entry.id, { reason: reason ?? say.refused });
  refresh(entry.row);
  announce(reason ?? say.refused);
  if (entry.row === "text") {
    queue.settle(entry.id);
    receive(html);
    document.dispatchEvent(new Event("turn:over"));
    return;
  }
  if (entry.row.startsWith("m-")) {
    const element = document.getElementById(entry.row);
    if (entry.before === null && element) bring(entry.row, { status: "rejected" });
    else if (element) bring(entry.row, entry.before);
    if (current()?.id === entry.row || entry.before === null) receive(html);
    if (isStill(entry) && panel().querySelector("[aria-invalid=true]")) goInto(panel());
  } else if (html.includes(`id="${entry.row}"`)) {
    card(entry.row, html);
    if (isStill(entry)) goInto(document.getElementById(entry.row));
  }
}

/** The banner and the list of what is not saved. With nothing left to send the connection is nobody's concern. */
function draw() {
  const entries = queue.all();
  if (!entries.length) lost = false;
  const held = entries.filter(isHeld);
  banner().hidden = !lost && !held.length;
  banner().querySelector(".count").textContent = entries.length || "";
  list().replaceChildren(...(lost ? entries : held).map(line));
}

const ADDED = { "report-adding": "addReport", "statement-adding": "addStatement" };

function line(entry) {
  const item = document.getElementById("unsaved-line").content.firstElementChild.cloneNode(true);
  item.dataset.entry = entry.id;
  item.dataset.state = entry.state;
  item.querySelector(".words").textContent = entry.words || (entry.row.startsWith("m-") && document.getElementById(entry.row)?.textContent) || "";
  item.querySelector(".what").textContent = say[ADDED[entry.row] ?? entry.verb] ?? entry.verb;
  item.querySelector(".why").textContent = entry.reason ?? (entry.state === "conflict" ? say.conflict : "");
  return item;
}

function waiting({ why }) {
  const known = lost === why;
  lost = why;
  banner().dataset.why = why;
  draw();
  if (!known) announce(say[why]);
}

/** Another tab with this article sent or dropped something. */
function elsewhere() {
  for (const element of document.querySelectorAll("[data-unsaved]")) refresh(element.id);
  draw();
}

function connected() {
  if (!lost) return;
  lost = false;
  draw();
  announce(say.connected);
}

document.addEventListener("edit:saved", ({ detail }) => saved(detail));
document.addEventListener("edit:conflict", ({ detail }) => conflict(detail));
document.addEventListener("edit:refused", ({ detail }) => refused(detail));
document.addEventListener("edit:waiting", ({ detail }) => waiting(detail));
document.addEventListener("edit:connected", connected);
document.addEventListener("queue:changed", draw);
document.addEventListener("queue:elsewhere", elsewhere);

document.addEventListener("click", ({ target }) => {
  const entry = queue.find(target.closest("[data-entry]")?.dataset.entry);
  const act = target.closest("[data-unsaved-act]")?.dataset.unsavedAct;
  if (act === "retry") wake();
  else if (entry && act === "show") goTo(entry);
  else if (entry && act === "drop") drop(entry);
  if (target.closest("[data-theirs]")) keepTheirs();
});

/** The other's version stands: one's own edit is dropped. */
function keepTheirs() {
  for (const entry of queue.of(current()?.id).filter(({ state }) => state === "conflict")) drop(entry);
}

/** After a reload: show what still waits, and send it. What followed an edit that got through builds on the row as it is. */
export function restore() {
  for (const entry of queue.all()) {
    const first = queue.of(entry.row)[0].id === entry.id;
    const version = document.getElementById(entry.row)?.dataset.version;
    if (first && !entry.version && !entry.sent && version) queue.update(entry.id, { version });
    apply(entry);
  }
  draw();
  if (queue.next()) wake();
}
