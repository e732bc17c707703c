// Which key does what: the keys somebody chose, while nobody is typing; buttons that a command presses.
import { pane } from "./draw.js";

const chosen = () => JSON.parse(pane().dataset.keys);
let commands = null;

/** The command that a key stands for. */
export function commandOf({ key, code, shiftKey }) {
  commands ??= new Map(Object.entries(chosen()).flatMap(([name, keys]) => keys.map((each) => [each, name])));
  // On a French keyboard the digits need Shift; without it the same keys do.
  const digit = /^Digit([1-7])$/.exec(code ?? "")?.[1];
  return commands.get(key) ?? (digit && !shiftKey ? commands.get(digit) : undefined);
}

/** Whether a key belongs to a field, a dialog, the browser or a screen reader; AltGr only makes characters. */
export function isTaken(event) {
  const graph = event.getModifierState?.("AltGraph");
  if (event.defaultPrevented || event.isComposing || event.metaKey) return true;
  if ((event.ctrlKey || event.altKey) && !graph) return true;
  if (document.querySelector("dialog[open]")) return true;
  return event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]") !== null;
}

/** Keys of one character may work everywhere, or only where the text or a card has the focus, or not at all. */
export function works(event) {
  const where = pane().dataset.keysWork;
  return where === "everywhere" || (where === "focus" && event.target.closest("#text, .side") !== null);
}

/** Press a button or follow a link that the page offers for a command. */
export function press(command) {
  const button = Array.from(document.querySelectorAll(`[data-command="${command}"]`)).find(
    (each) => each.getClientRects().length,
  );
  button?.click();
  return Boolean(button);
}
