// The legend of an article: each chip switches the colours of its label on and off.
// Without JavaScript the chips are a plain legend; here they become buttons, and the choice is kept.
const KEY = "newsdesk-labels-off";

function labelsOff() {
  try {
    return new Set(JSON.parse(localStorage.getItem(KEY) ?? "[]"));
  } catch {
    return new Set();
  }
}

function keep(off) {
  try {
    localStorage.setItem(KEY, JSON.stringify([...off]));
  } catch {
    // Storage is forbidden or full: the choice lasts as long as the page.
  }
}

function show(off) {
  for (const text of document.querySelectorAll(".text")) {
    for (const name of [...text.classList].filter((name) => name.startsWith("off-"))) text.classList.remove(name);
    for (const label of off) text.classList.add(`off-${label}`);
  }
  for (const chip of document.querySelectorAll("[data-legend] button")) {
    chip.setAttribute("aria-pressed", String(!off.has(chip.dataset.label)));
  }
}

function arm() {
  for (const chip of document.querySelectorAll("[data-legend] span.chip[data-label]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = chip.className;
    button.dataset.label = chip.dataset.label;
    button.append(...chip.childNodes);
    chip.replaceWith(button);
  }
  show(labelsOff());
}

document.addEventListener("click", (event) => {
  const chip = event.target.closest("[data-legend] button[data-label]");
  if (!chip) return;
  const off = labelsOff();
  if (!off.delete(chip.dataset.label)) off.add(chip.dataset.label);
  keep(off);
  show(off);
});

arm();
document.addEventListener("htmx:afterSettle", arm);
