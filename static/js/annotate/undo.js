// Taking back what was done, and doing it again: what is not sent yet is simply dropped.
import { announce } from "../main.js";
import { pane } from "./draw.js";
import { drop } from "./edits.js";
import * as queue from "./queue.js";
import { say } from "./say.js";

/** Take back the last edit: one that still waits here, else the last one on the server. */
export function undo() {
  const last = queue.all().at(-1);
  if (last && !last.sent) {
    drop(last);
    announce(say.dropped);
  } else press("undo");
}

export const redo = () => press("redo");

/** The page offers undo and redo as buttons. */
export function press(command) {
  const button = Array.from(document.querySelectorAll(`[data-command="${command}"]`)).find(
    (each) => each.getClientRects().length,
  );
  button?.click();
  return Boolean(button);
}
