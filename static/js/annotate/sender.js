// Sends waiting edits one after the other. An edit leaves the queue only when the server says that it is saved;
// with the connection lost it stays and is sent again under the same name, which the server knows.
import { pane } from "./draw.js";
import * as queue from "./queue.js";

const PATIENCE = 15_000;
const LONGEST_PAUSE = 15_000;
const UNREACHABLE = [408, 425, 429, 500, 502, 503, 504];

let running = false;
let pause = 0;
let timer = null;
let token = null;

const tell = (name, detail) => document.dispatchEvent(new CustomEvent(`edit:${name}`, { detail }));
const csrf = () => token ?? JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"];

/** Send what waits, unless that is under way. Pages of one article in two tabs take turns. */
export async function wake() {
  clearTimeout(timer);
  if (running || !queue.next()) return;
  running = true;
  try {
    await navigator.locks?.request(`newsdesk-${pane().dataset.article}`, drain) ?? (navigator.locks ? null : await drain());
  } finally {
    running = false;
  }
}

async function drain() {
  for (let entry = queue.next(); entry; entry = queue.next()) {
    queue.update(entry.id, { sent: true });
    tell("sending", entry);
    if (!(await settle(entry, await send(entry)))) return;
  }
  pause = 0;
}

async function send(entry) {
  const fields = new URLSearchParams(entry.fields);
  if (entry.version) fields.set("version", entry.version);
  fields.set("action", entry.id);
  const headers = { "HX-Request": "true", "X-CSRFToken": csrf() };
  try {
    const answer = await fetch(entry.url, {
      method: "POST", headers, body: fields, signal: AbortSignal.timeout(PATIENCE),
    });
    return whole(answer, await answer.text());
  } catch {
    return null;
  }
}

/**
 * The answer, or null where it broke off. A server that goes down amid the headers leaves what browsers take for an empty
 * answer, although it may have saved: that says neither.
 */
const whole = (answer, html) => (html || answer.headers.has("HX-Redirect") ? { answer, html } : null);

/** What became of an edit; false where the rest has to wait. */
async function settle(entry, got) {
  if (!got || UNREACHABLE.includes(got.answer.status)) return postpone(entry, got ? "failing" : "lost");
  const { answer, html } = got;
  if (answer.headers.has("HX-Redirect") && !answer.headers.has("HX-Trigger-After-Settle")) {
    return isLogin(answer) ? postpone(entry, "login") : follow(entry, answer.headers.get("HX-Redirect"));
  }
  if (answer.status === 403) {
    const found = await renewed(entry);
    if (found !== "old") return found === "new" || postpone(entry, found);
  }
  pause = 0;
  tell("connected");
  const told = triggers(answer);
  if (answer.status === 409) {
    queue.update(entry.id, { state: "conflict", html, current: told["mention:stale"] ?? told["row:stale"] ?? null });
    tell("conflict", queue.find(entry.id));
  } else if (told["mention:decided"] || told["row:saved"]) {
    const saved = told["mention:decided"] ?? told["row:saved"];
    const row = entry.row.startsWith("m-new") ? `m-${saved.pk}` : undefined;
    queue.settle(entry.id, { version: saved.version, row });
    tell("saved", { entry, html, saved });
  } else {
    queue.update(entry.id, { state: "refused", html });
    tell("refused", { entry: queue.find(entry.id), html, status: answer.status });
  }
  return true;
}

function triggers(answer) {
  const parts = ["HX-Trigger", "HX-Trigger-After-Settle"].map((name) => answer.headers.get(name));
  return Object.assign({}, ...parts.filter(Boolean).map((part) => JSON.parse(part)));
}

const isLogin = (answer) => answer.headers.get("HX-Redirect").startsWith("/login/");

function follow(entry, address) {
  queue.settle(entry.id, { version: "" });
  location.assign(address);
  return false;
}

function postpone(entry, why) {
  pause = Math.min(LONGEST_PAUSE, pause ? pause * 2 : 500);
  renewedFor = null;
  timer = setTimeout(wake, pause);
  tell("waiting", { entry, why });
  return false;
}

let renewedFor = null;

/**
 * After logging in again the page's token is an old one: fetch the new one, once an edit. Tells that it is `new`, that it
 * is the `old` one still, or what is in the way: nobody is logged in (`login`), somebody else is (`other`), or `lost`.
 */
async function renewed(entry) {
  if (renewedFor === entry.id) return "old";
  const page = await fetch(location.pathname).then((answer) => answer.text(), () => null);
  if (page === null) return "lost";
  const there = new DOMParser().parseFromString(page, "text/html");
  if (there.getElementById("text")?.dataset.editor !== pane().dataset.editor) {
    return there.querySelector("form[action*=logout]") ? "other" : "login";
  }
  renewedFor = entry.id;
  const headers = there.body.getAttribute("hx-headers");
  token = headers && JSON.parse(headers)["X-CSRFToken"];
  return token ? "new" : "old";
}

addEventListener("online", () => wake());
document.addEventListener("visibilitychange", () => document.hidden || wake());
