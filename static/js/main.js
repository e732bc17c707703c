// What every page loads: the behaviours of components, and what HTMX reports.
import "./components/evidence.js";
import "./components/legend.js";

/** Say something in the page's status region, which screen readers read out. */
export function announce(words) {
  document.getElementById("status").textContent = words;
}

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
