// French words, characters, sentences and paragraphs of a piece of text, as [start, end) in UTF-16.

const WORD = /(?:[ldjtnmsc]|(?:jus|lors|puis)?qu|quoiqu)['’](?=[\p{L}\p{N}])|[\p{L}\p{N}\p{M}_]+(?:[-‐‑'’][\p{L}\p{N}\p{M}_]+)*/giu;

const segments = (text, granularity) =>
  Array.from(new Intl.Segmenter("fr", { granularity }).segment(text), ({ index, segment }) => [
    index,
    index + segment.trimEnd().length,
  ]).filter(([start, end]) => end > start);

const UNITS = {
  /** Elided articles are words of their own. */
  token: (text) => Array.from(text.matchAll(WORD), (found) => [found.index, found.index + found[0].length]),
  letter: (text) =>
    Array.from(new Intl.Segmenter("fr").segment(text), ({ index, segment }) => [index, index + segment.length]),
  sentence: (text) => segments(text, "sentence"),
  paragraph: (text) => (text.trim() ? [[text.length - text.trimStart().length, text.trimEnd().length]] : []),
};

export const unitsOf = (text, unit) => UNITS[unit](text);

/** Grow a span to whole words, leaving an elided article at its start outside; without words, it stays. */
export function snapped(text, start, end) {
  const words = UNITS.token(text).filter(([first, last]) => first < end && last > start);
  if (!words.length) return [start, end];
  const elided = words.length > 1 && /['’]$/.test(text.slice(...words[0]));
  return [words[elided ? 1 : 0][0], words.at(-1)[1]];
}

/** Without the white space at its ends. */
export function trimmed(text, start, end) {
  while (start < end && /\s/.test(text[start])) start += 1;
  while (end > start && /\s/.test(text[end - 1])) end -= 1;
  return [start, end];
}

/** The span with one edge one unit to the left (-1) or right (1), where there is one and something is left of it. */
export function moved(text, [start, end], { edge, by, unit }) {
  const units = unitsOf(text, unit);
  const places = units.map(([first, last]) => (edge === "start" ? first : last));
  const fits = (place) => (edge === "start" ? place < end : place > start);
  const here = edge === "start" ? start : end;
  const beyond = places.filter((place) => fits(place) && (place - here) * by > 0);
  const next = by > 0 ? beyond[0] : beyond.at(-1);
  if (next === undefined) return null;
  return edge === "start" ? trimmed(text, next, end) : trimmed(text, start, next);
}
