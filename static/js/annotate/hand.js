// What is in hand: one mention, meeting or statement, which keys act upon. One of them at a time.

export const current = () => document.querySelector("#text mark.here, .side li.here");
export const isMark = (element) => element?.tagName === "MARK";

/** The name of what was in hand last, wherever it is by now. */
export const lastInHand = () => last;
let last = null;

/** Take an element in hand; its focus, where nobody is typing. A card has the column to itself, unless the focus alone led to it. */
export function take(element, { focus = true, scroll = true, by = "keys" } = {}) {
  const before = current();
  const alone = by !== "focus" || before?.classList.contains("alone");
  if (before && before !== element) before.classList.remove("here", "alone");
  if (!element) return;
  if (isMark(element)) reach(element);
  element.classList.add("here");
  element.classList.toggle("alone", !isMark(element) && Boolean(alone));
  last = element.id;
  if (focus) element.focus({ preventScroll: true });
  if (scroll) {
    bringIntoSight(element);
    showProof(element);
  }
  document.dispatchEvent(new CustomEvent("hand:taken", { detail: { element, by } }));
}

/** Of all marks Tab reaches the one that was in hand last; of cards it reaches what they hold. */
function reach(mark) {
  document.querySelectorAll("#text mark[tabindex='0']").forEach((each) => (each.tabIndex = -1));
  mark.tabIndex = 0;
}

/** Of a very long text only what is near the window is laid out: once it is, what is looked for may need another push. */
function bringIntoSight(element, { looks = 3, inHand = element, behavior = "auto" } = {}) {
  element.scrollIntoView({ block: "nearest", behavior });
  if (!element.closest(".long") || looks === 1) return;
  requestAnimationFrame(() => current() === inHand && bringIntoSight(element, { looks: looks - 1, inHand, behavior }));
}

/** The words that prove a card, where the card stays in sight beside them; the first of them for sure. */
export function showProof(card) {
  const { evidenceOf } = card.dataset;
  if (!evidenceOf || getComputedStyle(card.closest(".side")).position !== "sticky") return;
  const pieces = document.querySelectorAll(`#text [data-evidence~="${CSS.escape(evidenceOf)}"]`);
  const ends = new Set(pieces.length ? [pieces[pieces.length - 1], pieces[0]] : []);
  for (const piece of ends) bringIntoSight(piece, { inHand: card, behavior: "instant" });
}

/** Whether somebody is typing: then nothing takes the focus away. */
export const typing = () =>
  document.activeElement?.closest("input:not([type=checkbox], [type=radio]), textarea, select") ?? null;
