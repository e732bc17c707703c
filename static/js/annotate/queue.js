// Edits that the server has not yet said are saved, in order. They are kept by the browser, so that a reload,
// a crash or a lost connection takes none away.
import { pane } from "./draw.js";

let memory = null;

const key = () => `newsdesk.edits.${pane().dataset.editor}.${pane().dataset.article}`;

export function all() {
  if (memory) return memory;
  try {
    return JSON.parse(localStorage.getItem(key()) ?? "[]");
  } catch {
    return [];
  }
}

function keep(entries) {
  try {
    if (entries.length) localStorage.setItem(key(), JSON.stringify(entries));
    else localStorage.removeItem(key());
    memory = null;
  } catch {
    memory = entries; // The browser keeps nothing for us: the page at least does.
  }
  document.dispatchEvent(new Event("queue:changed"));
}

export const of = (row) => all().filter((entry) => entry.row === row);
export const find = (id) => all().find((entry) => entry.id === id);

/** A UUID for an edit, also where the page came over plain HTTP and the browser makes none itself. */
export const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Add an edit. One that follows others on its row builds on the version that those will lead to. */
export function push(entry) {
  const waiting = of(entry.row).filter(({ state }) => state === "waiting");
  const version = waiting.length ? null : entry.version;
  keep([...all().filter((each) => !isReplaced(each, entry)), { ...entry, version, state: "waiting" }]);
}

/** A refused edit is done with once the same is tried again, a conflict once it is resolved. */
const isReplaced = (each, entry) =>
  each.id === entry.resolves || (each.state === "refused" && each.row === entry.row && each.verb === entry.verb);

export function update(id, changes) {
  keep(all().map((entry) => (entry.id === id ? { ...entry, ...changes } : entry)));
}

/** An edit is done, or dropped: the next one on its row builds on `version`; a new row is known by its `row` now. */
export function settle(id, { version, row } = {}) {
  const done = find(id);
  if (!done) return;
  const rest = all().filter((entry) => entry.id !== id);
  const later = all().slice(all().findIndex((entry) => entry.id === id) + 1);
  const next = later.find((entry) => entry.row === done.row)?.id;
  keep(
    rest.map((entry) => {
      if (entry.row !== done.row) return entry;
      const moved = row ? { row, url: entry.url.replace("/0/", `/${row.slice(2)}/`) } : {};
      return { ...entry, ...moved, ...(entry.id === next ? { version: version ?? done.version } : {}) };
    }),
  );
}

/** The first edit that may go out: behind a conflict or refusal its row waits, others do not. */
export function next() {
  const held = new Set();
  for (const entry of all()) {
    if (entry.state === "waiting" && !held.has(entry.row)) return entry;
    held.add(entry.row);
  }
  return null;
}

addEventListener("storage", (event) => event.key === key() && document.dispatchEvent(new Event("queue:elsewhere")));
