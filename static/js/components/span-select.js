// Selections in the text, as code points of the stored text. The only place that knows both UTF-16 and code points.

const WORD = /(?:[ldjtnmsc]|(?:jus|lors|puis)?qu|quoiqu)['’](?=[\p{L}\p{N}])|[\p{L}\p{N}\p{M}_]+(?:[-‐‑'’][\p{L}\p{N}\p{M}_]+)*/giu;

const codePoints = (text) => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

/** Stored code points that a piece of the pane shows; one character may stand for an entity of several. */
function storedLength(piece) {
  const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
  let count = 0;
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    const stored = parentElement?.dataset.stored;
    if (stored === undefined) count += codePoints(data);
    else if (data) count += Number(stored);
  }
  return count;
}

/** The code point at which a place in the DOM lies: counted from the nearest element that knows its start. */
function offsetOf(node, at) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  const holder = element.closest("[data-start]");
  if (!holder) return null;
  const range = document.createRange();
  range.setStart(holder, 0);
  range.setEnd(node, at);
  return Number(holder.dataset.start) + storedLength(range.cloneContents());
}

/** The text nodes of the pane with the UTF-16 offset each begins at, and the text they make. */
export function readPane(pane) {
  const nodes = [];
  let text = "";
  const walker = document.createTreeWalker(pane, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    nodes.push({ node: walker.currentNode, start: text.length });
    text += walker.currentNode.data;
  }
  return { nodes, text };
}

/** Where in the pane's text (UTF-16) a place in the DOM lies. */
export function placeOf(pane, node, at) {
  const range = document.createRange();
  range.setStart(pane, 0);
  range.setEnd(node, at);
  return range.cloneContents().textContent.length;
}

function nodeAt({ nodes }, offset) {
  let low = 0;
  let high = nodes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (nodes[middle].start <= offset) low = middle;
    else high = middle - 1;
  }
  return { node: nodes[low].node, at: Math.min(offset - nodes[low].start, nodes[low].node.data.length) };
}

/** A DOM range over [start, end) of the pane's text (UTF-16). */
export function rangeOf(read, start, end) {
  const first = nodeAt(read, start);
  const last = nodeAt(read, end - 1);
  const range = document.createRange();
  range.setStart(first.node, first.at);
  range.setEnd(last.node, last.at + 1);
  return range;
}

/** The words of a text: [start, end) in UTF-16; elided articles are words of their own. */
export function wordsOf(text) {
  return Array.from(text.matchAll(WORD), (found) => [found.index, found.index + found[0].length]);
}

/** Grow a selection to whole words, leaving an elided article at its start outside; without words, just trim. */
function snapped(text, start, end) {
  const words = wordsOf(text).filter(([first, last]) => first < end && last > start);
  if (!words.length) return [start, end];
  const elided = words.length > 1 && /['’]$/.test(text.slice(...words[0]));
  return [words[elided ? 1 : 0][0], words.at(-1)[1]];
}

function trimmed(text, start, end) {
  while (start < end && /\s/.test(text[start])) start += 1;
  while (end > start && /\s/.test(text[end - 1])) end -= 1;
  return [start, end];
}

/** The present selection inside the pane as {start, end} in code points; null when there is none. */
export function selectedSpan(pane, { exact = false } = {}) {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!pane.contains(range.startContainer) || !pane.contains(range.endContainer)) return null;
  const read = readPane(pane);
  let start = placeOf(pane, range.startContainer, range.startOffset);
  let end = placeOf(pane, range.endContainer, range.endOffset);
  [start, end] = trimmed(read.text, start, end);
  if (!exact && start < end) [start, end] = snapped(read.text, start, end);
  return start < end ? spanOf(rangeOf(read, start, end)) : null;
}

/** A DOM range as {start, end} in code points. */
export function spanOf(range) {
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  return start === null || end === null ? null : { start, end };
}
