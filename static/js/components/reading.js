// A reading of one's own: words selected in the text go into the form, as if typed.
import { offsetOf } from "../annotate/offsets.js";

const form = document.getElementById("mark-form");

document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  const pane = document.getElementById("text");
  if (!form || selection.isCollapsed || !selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  if (!pane.contains(range.startContainer) || !pane.contains(range.endContainer)) return;
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  if (start === null || end === null || start >= end) return;
  form.elements.start.value = start;
  form.elements.end.value = end;
  form.elements.words.value = range.toString().trim();
});

// Words typed since are looked up in the text; their place is no longer that of the selection.
form?.addEventListener("input", () => {
  form.elements.start.value = "";
  form.elements.end.value = "";
});
