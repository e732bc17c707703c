// Keys press what the page offers: `data-key` is clicked, `data-focus-key` gets the focus.

/** Whether the key belongs to a field, a dialog or the browser. */
function isTaken(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  if (document.querySelector("dialog[open]")) return true;
  return event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null;
}

function visible(selector) {
  return Array.from(document.querySelectorAll(selector)).find((element) => element.getClientRects().length);
}

/** Handle keys; `own` maps a key to a function of the page and comes first. */
export function listen(own) {
  document.addEventListener("keydown", (event) => {
    if (isTaken(event)) return;
    const act = own(event);
    if (act) {
      event.preventDefault();
      act();
      return;
    }
    const key = CSS.escape(event.key);
    const field = visible(`[data-focus-key="${key}"]`);
    const button = visible(`[data-key="${key}"]`);
    if (!field && !button) return;
    event.preventDefault();
    if (field) field.select();
    else if (!event.repeat) button.click();
  });
}
