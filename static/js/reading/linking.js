// Whom or what a mark of one's own reading means: the form comes into the list of marks, and goes back to the text.
import { announce } from "../main.js";
import { prepare } from "../components/typeahead.js";
import { current, isMark, take } from "../annotate/hand.js";
import { say } from "../annotate/say.js";
import { receive, rowOf, settled, whole } from "./changes.js";

/** The field for the mark in hand, once the mark is saved. */
export function link() {
  const mark = current();
  if (isMark(mark)) settled(() => open(rowOf(mark)));
}

async function open(row) {
  const address = row?.querySelector(".link-mark")?.href;
  if (!address) return row?.querySelector("[data-link] input")?.focus() ?? announce(say.absent);
  const page = await fetched(address);
  if (page) show(page);
}

/** The page that answers; none where it could not be had, which is said. */
async function fetched(address, options) {
  try {
    const answer = await fetch(address, options);
    const page = answer.ok ? whole(await answer.text()) : null;
    if (!page) announce(document.body.dataset.failed);
    return page;
  } catch {
    announce(document.body.dataset.offline);
  }
  return null;
}

function show(page) {
  receive(page, { quiet: true });
  prepare(document.getElementById("marks"));
  const field = document.querySelector("#marks [data-link] input:not([type=hidden])");
  field?.focus();
  field?.select();
}

async function save(form) {
  const mark = document.getElementById(`m-${form.closest("li").dataset.mark}`);
  const page = await fetched(form.action, { method: "POST", body: new FormData(form) });
  if (!page) return;
  if (page.querySelector("#marks [data-link]")) return show(page);
  receive(page);
  if (mark?.isConnected) take(mark);
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-link]")) return;
  event.preventDefault();
  save(event.target);
});
document.addEventListener("click", (event) => {
  const opener = event.target.closest?.(".link-mark");
  if (!opener || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open(opener.closest("li"));
});
