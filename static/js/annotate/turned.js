// Something was undone or redone: the text and the panel come anew, and the cards where they changed.
import { announce } from "../main.js";
import { current, lastInHand, take, typing } from "./hand.js";
import { receive } from "./panel.js";
import { stops } from "./walk.js";

/** What was turned back comes in hand; where it is gone or many, what was in hand stays so, or what stands in its place. */
export function turned(html, { show, row }) {
  const before = lastInHand();
  const at = stops().indexOf(current());
  const begun = Array.from(document.querySelectorAll("#records details.adding:has(form[data-begun])"));
  receive(html);
  for (const form of begun) document.getElementById(form.id)?.replaceWith(form);
  const all = stops();
  const there = [row, before].map((id) => id && document.getElementById(id)).find(Boolean);
  const next = there ?? all[Math.min(at, all.length - 1)] ?? document.getElementById(`m-${show}`);
  if (next) take(next, { focus: !typing() });
  announce(document.getElementById("saved").firstChild?.textContent.trim() ?? "", { quiet: true });
  document.dispatchEvent(new Event("turn:over"));
}
