// What stands beside the text makes room: the panel for a form that is being filled in, and on a small screen its own
// rarer fields for the text.
import { panel } from "./panel.js";

const FORMS = ".annotate article form.stack, .records form.stack";
const wide = matchMedia("(min-width: 62.01rem)");
let pressed = false;
let wanted = false;

function fit() {
  document.querySelector(".side").classList.toggle("filling", Boolean(document.activeElement?.closest(FORMS)));
}

// Nothing moves between the press and the release of a button: the click would miss.
document.addEventListener("pointerdown", () => (pressed = true), true);
for (const name of ["pointerup", "pointercancel"]) {
  document.addEventListener(name, () => {
    pressed = false;
    setTimeout(fit);
  });
}
document.addEventListener("focusin", () => pressed || fit());
document.addEventListener("focusout", () => pressed || setTimeout(fit));

/** On a small screen the rarer fields are folded away until they are asked for. */
function fold() {
  const more = panel().querySelector("details.more");
  if (more) more.open = wide.matches || wanted || more.contains(document.activeElement);
}

document.addEventListener("click", ({ target }) => {
  const more = target.closest?.("details.more > summary")?.parentElement;
  if (more) wanted = !more.open;
});
document.addEventListener("htmx:afterSettle", ({ target }) => target.closest?.("#panel") && fold());
wide.addEventListener("change", fold);
fold();
