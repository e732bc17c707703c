// What is in hand: one mention, meeting or statement, which keys act upon. One of them at a time.

export const current = () => document.querySelector("#text mark.here, .side li.here");
export const isMark = (element) => element?.tagName === "MARK";

/** The name of what was in hand last, wherever it is by now. */
export const lastInHand = () => last;
let last = null;

/** Take an element in hand; its focus, where nobody is typing. */
export function take(element, { focus = true, scroll = true, by = "keys" } = {}) {
  const before = current();
  if (before && before !== element) {
    before.classList.remove("here");
    before.tabIndex = -1;
  }
  if (!element) return;
  element.classList.add("here");
  last = element.id;
  element.tabIndex = 0;
  if (focus) element.focus({ preventScroll: true });
  if (scroll) bringIntoSight(element);
  document.dispatchEvent(new CustomEvent("hand:taken", { detail: { element, by } }));
}

/** Of a very long text only what is near the window is laid out: once it is, the element may need another push. */
function bringIntoSight(element, looks = 3) {
  element.scrollIntoView({ block: "nearest" });
  if (!element.closest(".long") || looks === 1) return;
  requestAnimationFrame(() => current() === element && bringIntoSight(element, looks - 1));
}

/** Whether somebody is typing: then nothing takes the focus away. */
export const typing = () =>
  document.activeElement?.closest("input:not([type=checkbox], [type=radio]), textarea, select") ?? null;
