// Places in the text: code points of the stored text on one side, text nodes and UTF-16 on the other.
// One drawn character may stand for an entity of several stored ones (`data-stored`).

const texts = (root) => document.createTreeWalker(root, NodeFilter.SHOW_TEXT);

const codePoints = (text) => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

/** Stored code points that the first `upto` UTF-16 units of a text node stand for. */
function stored(node, upto = node.data.length) {
  const length = node.parentElement?.dataset.stored;
  if (length === undefined) return codePoints(node.data.slice(0, upto));
  return upto ? Number(length) : 0;
}

const firstText = (root) => texts(root).nextNode();

/** A place in the DOM as a text node and an offset into it. */
function inText(node, at) {
  if (node.nodeType === Node.TEXT_NODE) return [node, at];
  const walker = texts(document.getElementById("text"));
  if (at < node.childNodes.length) {
    const child = node.childNodes[at];
    if (child.nodeType === Node.TEXT_NODE) return [child, 0];
    walker.currentNode = child;
    const next = walker.nextNode();
    return next ? [next, 0] : null;
  }
  walker.currentNode = node;
  for (let last = node.lastChild; last; last = last.lastChild) walker.currentNode = last;
  const last = walker.currentNode.nodeType === Node.TEXT_NODE ? walker.currentNode : walker.previousNode();
  return last ? [last, last.data.length] : null;
}

/** The code point at which a place in the DOM lies; counted from the nearest element before it that knows its own. */
export function offsetOf(node, at) {
  const place = inText(node, at);
  if (!place) return null;
  const walker = texts(document.getElementById("text"));
  walker.currentNode = place[0];
  let count = stored(...place);
  for (let here = place[0]; here; here = walker.previousNode()) {
    if (here !== place[0]) count += stored(here);
    const holder = here.parentElement.closest("[data-start]");
    if (holder && firstText(holder) === here) return Number(holder.dataset.start) + count;
  }
  return null;
}

/** Text node and offset of a code point; at the end of a node rather than the start of the next one if `ending`. */
function locate(pane, offset, { ending }) {
  const holders = pane.querySelectorAll("[data-start]");
  let low = 0;
  let high = holders.length - 1;
  const before = ending ? offset - 1 : offset;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (Number(holders[middle].dataset.start) <= before) low = middle;
    else high = middle - 1;
  }
  const walker = texts(pane);
  let here = firstText(holders[low]);
  let count = Number(holders[low].dataset.start);
  walker.currentNode = here;
  while (here && (ending ? count + stored(here) < offset : count + stored(here) <= offset)) {
    count += stored(here);
    here = walker.nextNode();
  }
  return here && [here, unitsFor(here, offset - count)];
}

/** UTF-16 units of a text node that stand for so many stored code points. */
function unitsFor(node, wanted) {
  if (node.parentElement?.dataset.stored !== undefined) return wanted ? node.data.length : 0;
  return Array.from(node.data).slice(0, wanted).join("").length;
}

/** The DOM range over [start, end) in code points; null when the pane does not show it. */
export function rangeAt(pane, start, end) {
  const first = locate(pane, start, { ending: false });
  const last = locate(pane, end, { ending: true });
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(...first);
  range.setEnd(...last);
  return range;
}

/** A DOM range as {start, end} in code points. */
export function spanOf(range) {
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  return start === null || end === null ? null : { start, end };
}

/** A part of the pane as one string, with the place in it at which each of its text nodes begins. */
export function read(part) {
  const nodes = [];
  let text = "";
  const walker = texts(part);
  while (walker.nextNode()) {
    nodes.push({ node: walker.currentNode, start: text.length });
    text += walker.currentNode.data;
  }
  return { part, nodes, text };
}

/** Where in a reading a place in the DOM lies. */
export function placeIn(reading, node, at) {
  const place = inText(node, at);
  const found = place && reading.nodes.find((each) => each.node === place[0]);
  return found ? found.start + place[1] : null;
}

/** The DOM range over [start, end) of a reading. */
export function rangeIn({ nodes }, start, end) {
  const holding = (place) => nodes.findLast((each) => each.start <= place) ?? nodes[0];
  const first = holding(start);
  const last = holding(Math.max(start, end - 1));
  const range = document.createRange();
  range.setStart(first.node, start - first.start);
  range.setEnd(last.node, end - last.start);
  return range;
}
