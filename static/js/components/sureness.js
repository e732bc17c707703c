// How sure the machine is of each mark: in which order to walk through them, and which ones a bulk decision would accept.

/** The marks in the pane's order; sorting keeps that of the text among equals. */
export function inOrder(pane, marks) {
  if (pane.dataset.order !== "doubt") return marks;
  const sure = marks.map((mark) => [Number(mark.dataset.sure ?? 1), mark]);
  return sure.sort(([one], [other]) => one - other).map(([, mark]) => mark);
}

/** While the panel lists what can be accepted in bulk, the text shows which mentions those are. */
export function preview(pane, marks) {
  const { sureAt, sureLabel } = document.querySelector("#panel [data-sure-at]")?.dataset ?? {};
  if (sureAt === undefined && !pane.classList.contains("picking")) return;
  pane.classList.toggle("picking", sureAt !== undefined);
  for (const mark of marks()) {
    const { status, sure, label } = mark.dataset;
    const fits = status === "proposed" && Number(sure) >= Number(sureAt) / 100 && (!sureLabel || sureLabel === label);
    mark.classList.toggle("would", fits);
  }
}
