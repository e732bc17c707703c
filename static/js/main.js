// What every page loads: the behaviours of components, and what HTMX reports.
import "./components/evidence.js";
import "./components/legend.js";

/** Say something in the page's status region, which screen readers read out. */
export function announce(words, { quiet = false } = {}) {
  const status = document.getElementById("status");
  status.classList.toggle("visually-hidden", quiet);
  status.textContent = words;
}

// After a form was sent the cursor is where it was, or at what came of it.
document.body.dataset.land?.split(" ").map((id) => document.getElementById(id)).find(Boolean)?.focus();

// A request that failed changed nothing on the page; say so where it is seen and heard.
document.addEventListener("htmx:responseError", () => announce(document.body.dataset.failed));
document.addEventListener("htmx:sendError", () => announce(document.body.dataset.offline));
document.addEventListener("htmx:beforeRequest", () => announce(""));

// Empty filters stay out of the address.
document.addEventListener("htmx:configRequest", (event) => {
  if (!event.target.matches("form[data-bare]")) return;
  for (const [name, value] of Object.entries(event.detail.parameters)) {
    if (value === "") delete event.detail.parameters[name];
  }
});

// When a swap takes away the element that had the focus, what was swapped gets it, where it can.
let lost = null;
document.addEventListener("htmx:beforeSwap", (event) => {
  lost = event.detail.target.contains(document.activeElement) ? event.detail.target : null;
});
document.addEventListener("htmx:afterSettle", () => {
  if (lost?.hasAttribute("tabindex") && document.activeElement === document.body) lost.focus({ preventScroll: true });
  lost = null;
});

// Searches change the address without a new page; on paper stands the present one.
addEventListener("beforeprint", () => {
  for (const here of document.querySelectorAll("[data-here]")) here.textContent = location.href;
});
