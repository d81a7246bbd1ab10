import type { Plan } from "./plan";
import { readable } from "./scenario";

/** Rest after a movement of the slider, and after a key in a number field, before it takes effect. */
const SLIDER_MS = 300;
const TYPING_MS = 600;

/** People type kilometres, the canonical address has metres. */
const KILOMETRES = "max_distance_km";
const METRES = "max_distance_m";

/** The address that a form of the page stands for: as the server would write it, without empty fields. */
export function addressOf(action: string, fields: Iterable<readonly [string, string]>): URL {
  const url = new URL(action);
  url.hash = "";
  const words = new URLSearchParams();
  for (const [name, raw] of fields) {
    const value = raw.trim();
    if (name === KILOMETRES && Number(value) > 0) {
      words.append(METRES, String(Math.round(Number(value) * 1000)));
    } else if (value !== "") {
      words.append(name, value);
    }
  }
  url.search = readable(words.toString());
  return url;
}

/** The question's form: every change takes effect at once; without this script it is a plain form. */
export class QuestionForm {
  readonly #form: HTMLFormElement;
  readonly #plan: Plan;
  #timer = 0;

  constructor(form: HTMLFormElement, plan: Plan) {
    this.#form = form;
    this.#plan = plan;
    for (const element of form.querySelectorAll<HTMLElement>("[data-no-js]")) {
      element.hidden = true;
    }
    for (const slider of this.#sliders()) {
      slider.hidden = false;
      slider.value = this.#partnerOf(slider)?.value ?? slider.value;
    }
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#ask();
    });
    form.addEventListener("input", (event) => this.#typed(event.target));
    form.addEventListener("change", (event) => this.#changed(event.target));
    plan.page.subscribe((page) => this.#follow(page?.page.querySelector("form#planung-frage") ?? null));
  }

  #sliders(): HTMLInputElement[] {
    return [...this.#form.querySelectorAll<HTMLInputElement>("input[type=range][data-partner]")];
  }

  #partnerOf(slider: HTMLInputElement): HTMLInputElement | null {
    const partner = this.#form.elements.namedItem(slider.dataset["partner"] ?? "");
    return partner instanceof HTMLInputElement ? partner : null;
  }

  #sliderOf(field: HTMLInputElement): HTMLInputElement | undefined {
    return this.#sliders().find((slider) => slider.dataset["partner"] === field.name);
  }

  #typed(field: EventTarget | null): void {
    if (!(field instanceof HTMLInputElement)) {
      return;
    }
    if (field.type === "range") {
      const partner = this.#partnerOf(field);
      if (partner !== null) {
        partner.value = field.value;
      }
      this.#askAfter(SLIDER_MS);
    } else if (field.type === "number" && field.value !== "") {
      const slider = this.#sliderOf(field);
      if (slider !== undefined) {
        slider.value = field.value;
      }
      this.#askAfter(TYPING_MS);
    }
  }

  #changed(field: EventTarget | null): void {
    const range = field instanceof HTMLInputElement && field.type === "range";
    const text = field instanceof HTMLInputElement && field.type === "text";
    if (!text) {
      this.#askAfter(range ? SLIDER_MS : 0);
    }
  }

  #askAfter(ms: number): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#ask(), ms);
  }

  #ask(): void {
    window.clearTimeout(this.#timer);
    if (this.#form.checkValidity()) {
      const fields = [...new FormData(this.#form)].map(([name, value]) => [name, String(value)] as const);
      void this.#plan.load(addressOf(this.#form.action, fields), "push");
    }
  }

  /** Makes the fields agree with the server's canonical ones; what a person is writing in stays. */
  #follow(other: HTMLFormElement | null): void {
    if (other === null) {
      return;
    }
    this.#followHidden(other);
    const twins = [...other.elements];
    for (const field of this.#form.elements) {
      if (field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type)) {
        const twin = twins.find(
          (it) => it instanceof HTMLInputElement && it.name === field.name && it.value === field.value,
        );
        field.checked = twin instanceof HTMLInputElement ? twin.checked : field.checked;
      } else if (field instanceof HTMLSelectElement) {
        const twin = twins.find((it) => it instanceof HTMLSelectElement && it.name === field.name);
        if (twin instanceof HTMLSelectElement) {
          choose(field, twin);
        }
      } else if (field instanceof HTMLInputElement && field.name !== "" && field !== document.activeElement) {
        const twin = twins.find(
          (it) => it instanceof HTMLInputElement && it.name === field.name && it.type === field.type,
        );
        field.value = twin instanceof HTMLInputElement ? twin.value : field.value;
      }
    }
    for (const slider of this.#sliders()) {
      if (slider !== document.activeElement) {
        slider.value = this.#partnerOf(slider)?.value ?? slider.value;
      }
    }
  }

  /** Hidden fields come and go: the order of a table, filters that the form does not show. */
  #followHidden(other: HTMLFormElement): void {
    const hidden = (form: HTMLFormElement): HTMLInputElement[] => [
      ...form.querySelectorAll<HTMLInputElement>("input[type=hidden]"),
    ];
    const theirs = hidden(other);
    for (const field of hidden(this.#form)) {
      if (!theirs.some((it) => it.name === field.name)) {
        field.remove();
      }
    }
    const own = new Set(hidden(this.#form).map((it) => it.name));
    this.#form.prepend(
      ...theirs.filter((it) => !own.has(it.name)).map((it) => document.importNode(it, true)),
    );
  }
}

/** Chooses in one list what another has chosen; an option that only the other has is taken over. */
function choose(field: HTMLSelectElement, other: HTMLSelectElement): void {
  if (![...field.options].some((option) => option.value === other.value)) {
    const [option] = other.selectedOptions;
    if (option !== undefined) {
      field.append(document.importNode(option, true));
    }
  }
  field.value = other.value;
}
