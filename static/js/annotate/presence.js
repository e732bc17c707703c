// Who else is at this article, and what they changed meanwhile: asked every few seconds while the page is looked at.
import { bring, pane } from "./draw.js";
import { current } from "./hand.js";
import { ask } from "./panel.js";
import * as queue from "./queue.js";

const EVERY = 15_000;
let since = null;
let timer = null;

async function call(body) {
  const headers = { "HX-Request": "true", "X-CSRFToken": JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"] };
  const answer = await fetch(pane().dataset.presence, { method: "POST", headers, body: new URLSearchParams(body) });
  return answer.ok ? answer.json() : null;
}

async function beat() {
  clearTimeout(timer);
  if (!document.hidden) {
    const told = await call(since === null ? {} : { since }).catch(() => null);
    if (told) learn(told);
  }
  timer = setTimeout(beat, EVERY);
}

/** Others' changes show at their words, but not over one's own that still wait. */
function learn({ others, rows, last }) {
  since = last;
  const here = document.getElementById("others");
  const names = others.join(", ");
  if (here.dataset.names !== names) {
    here.dataset.names = names;
    here.textContent = names ? `${here.dataset.here} ${names}` : "";
  }
  for (const row of rows) {
    const id = `m-${row.pk}`;
    if (queue.of(id).length) continue;
    bring(id, row);
    if (current()?.id === id) ask(current(), { again: true });
  }
}

document.addEventListener("visibilitychange", () => document.hidden || beat());
beat();
