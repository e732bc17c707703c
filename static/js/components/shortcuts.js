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

function press(key, repeat) {
  const field = visible(`[data-focus-key="${CSS.escape(key)}"]`);
  const button = visible(`[data-key="${CSS.escape(key)}"]`);
  if (field) field.select();
  else if (button && !repeat) button.click();
  return Boolean(field || button);
}

/** Act once the panel is ready; of several keys that wait, one acts on each answer. */
function whenReady(act) {
  const ready = () => (document.querySelector("[inert]") ? whenReady(act) : act());
  document.addEventListener("panel:ready", ready, { once: true });
}

/** Handle keys; `own` maps a key to a function of the page and comes first. */
export function listen(own) {
  document.addEventListener("keydown", (event) => {
    if (isTaken(event)) return;
    const { key, repeat } = event;
    // While the panel waits for the server, a key is meant for what comes next, not for what it still shows.
    if (document.querySelector("[inert]")) {
      event.preventDefault();
      if (!repeat) whenReady(() => (own(event) ?? (() => press(key)))());
      return;
    }
    const act = own(event);
    if (act) act();
    if (act || press(key, repeat)) event.preventDefault();
  });
}
