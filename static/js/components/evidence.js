// A record beside an article (data-evidence-of="r-12") lights the words that prove it while it is
// pointed at or has the focus; a click on its quote scrolls there (a plain link without JavaScript).
function pieces(name) {
  return document.querySelectorAll(`.text [data-evidence~="${CSS.escape(name)}"]`);
}

function light(event, on) {
  const record = event.target.closest?.("[data-evidence-of]");
  if (!record || record.contains(event.relatedTarget)) return;
  for (const piece of pieces(record.dataset.evidenceOf)) piece.classList.toggle("lit", on || "kept" in piece.dataset);
}

document.addEventListener("mouseover", (event) => light(event, true));
document.addEventListener("mouseout", (event) => light(event, false));
document.addEventListener("focusin", (event) => light(event, true));
document.addEventListener("focusout", (event) => light(event, false));

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-shows]");
  const found = link && pieces(link.dataset.shows)[0];
  if (!found) return;
  event.preventDefault();
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  found.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
});
