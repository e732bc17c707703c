// A text field that suggests actors, countries, places or offices while one is typed: the combobox pattern of ARIA.
// The slug of what was chosen is sent in place of the name, so that namesakes are told apart, unless the field sends
// names; without JavaScript the field is free text and the server finds the name.
const WAIT = 120;
let count = 0;

class Typeahead {
  constructor(input) {
    this.input = input;
    this.form = input.form;
    this.box = document.createElement("ul");
    this.box.id = `suggestions-${++count}`;
    this.box.setAttribute("role", "listbox");
    this.box.setAttribute("aria-label", input.labels[0]?.textContent ?? "");
    this.box.hidden = true;
    this.status = document.createElement("span");
    this.status.className = "visually-hidden";
    this.status.setAttribute("role", "status");
    input.parentElement.classList.add("typeahead");
    input.after(this.box, this.status);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", this.box.id);
    input.addEventListener("input", () => this.typed());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close());
    this.form.addEventListener("submit", () => this.close());
    this.box.addEventListener("mousedown", (event) => event.preventDefault());
    this.box.addEventListener("click", (event) => this.choose(event.target.closest("[role=option]")));
  }

  typed() {
    delete this.input.dataset.slug;
    clearTimeout(this.timer);
    this.asking?.abort();
    if (this.input.value.trim().length < 2) return this.close();
    this.timer = setTimeout(() => this.ask(), WAIT);
  }

  async ask() {
    this.asking = new AbortController();
    let chosen;
    const address = new URL(this.input.dataset.suggestions ?? this.form.dataset.suggestions, location);
    address.searchParams.set("q", this.input.value);
    try {
      const answer = await fetch(address, { signal: this.asking.signal });
      if (!answer.ok || document.activeElement !== this.input) return;
      const html = await answer.text();
      if (document.activeElement !== this.input) return;
      chosen = this.options?.[this.here]?.dataset.slug; // only now: a key may have come while the answer did
      this.box.innerHTML = html;
    } catch {
      return; // Superseded by another letter, or offline: the field stays free text.
    }
    this.options = [...this.box.querySelectorAll("[role=option]")];
    this.options.forEach((option, index) => (option.id = `${this.box.id}-${index}`));
    this.here = -1;
    this.tell(this.options.length);
    if (!this.options.length) return this.close();
    this.open();
    // Whoever was chosen among the earlier suggestions stays chosen.
    const again = this.options.findIndex((option) => option.dataset.slug === chosen);
    if (chosen && again >= 0) this.move(again);
  }

  tell(number) {
    const { nothing, foundOne, found } = this.form.dataset;
    this.status.textContent = number === 0 ? nothing : number === 1 ? foundOne : `${number} ${found}`;
  }

  open() {
    this.box.hidden = false;
    this.box.classList.remove("backwards");
    const { right } = this.box.getBoundingClientRect();
    this.box.classList.toggle("backwards", right > document.documentElement.clientWidth);
    this.input.setAttribute("aria-expanded", "true");
  }

  close() {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.box.hidden = true;
    this.here = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  move(to) {
    this.options[this.here]?.setAttribute("aria-selected", "false");
    this.here = (to + this.options.length) % this.options.length;
    const option = this.options[this.here];
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  key(event) {
    const down = event.key === "ArrowDown";
    if (this.box.hidden) {
      if (down && this.input.value.trim().length > 1) this.ask();
      return;
    }
    if (down) this.move(this.here + 1);
    else if (event.key === "ArrowUp") this.move(this.here < 0 ? -1 : this.here - 1);
    else if (event.key === "Enter" && this.here >= 0) this.choose(this.options[this.here]);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
  }

  choose(option) {
    if (!option) return;
    this.input.value = option.dataset.name;
    if (this.input.dataset.sends !== "name") this.input.dataset.slug = option.dataset.slug;
    this.close();
    this.form.requestSubmit();
  }
}

/** Send the slugs of chosen actors in place of their names; called for native and HTMX requests. */
function sendSlugs(form, set) {
  for (const input of form.querySelectorAll("[data-typeahead][data-slug]")) set(input.name, input.dataset.slug);
}

/** Give the fields of a page, or of a fragment just swapped in, their suggestions. */
export function prepare(part) {
  for (const input of part.querySelectorAll("[data-typeahead]:not([role=combobox])")) new Typeahead(input);
}

prepare(document);
document.addEventListener("htmx:load", (event) => prepare(event.target));
document.addEventListener("formdata", (event) => sendSlugs(event.target, (name, slug) => event.formData.set(name, slug)));
document.addEventListener("htmx:configRequest", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !("suggestions" in form.dataset)) return;
  const { parameters } = event.detail;
  sendSlugs(form, (name, slug) => (parameters[name] = slug));
  // Filters left empty stay out of the address.
  for (const name of Object.keys(parameters)) if (parameters[name] === "") delete parameters[name];
});
