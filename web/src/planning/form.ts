import type { Plan } from "./plan";

/** Rest after a movement of the slider, and after a key in a number field, before it takes effect. */
const SLIDER_MS = 200;
const TYPING_MS = 600;

/** The address that a form of the page stands for: as the browser would send it, without empty fields. */
export function addressOf(action: string, fields: Iterable<readonly [string, string]>): URL {
  const url = new URL(action);
  url.hash = "";
  const words = new URLSearchParams();
  for (const [name, raw] of fields) {
    const value = raw.trim();
    if (value !== "") {
      words.append(name, value);
    }
  }
  // Commas and colons stay readable, as the server writes them.
  url.search = words.toString().replace(/%2C/g, ",").replace(/%3A/g, ":").replace(/%3B/g, ";");
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
    for (const field of this.#form.elements) {
      if (field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type)) {
        const twin = [...other.elements].find(
          (it) => it instanceof HTMLInputElement && it.name === field.name && it.value === field.value,
        );
        field.checked = (twin as HTMLInputElement | undefined)?.checked ?? field.checked;
      } else if (
        (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) &&
        field.name !== "" &&
        field !== document.activeElement
      ) {
        const twin = [...other.elements].find(
          (it) =>
            (it instanceof HTMLInputElement || it instanceof HTMLSelectElement) &&
            it.name === field.name &&
            it.type === field.type,
        );
        field.value = (twin as HTMLInputElement | undefined)?.value ?? field.value;
      }
    }
    for (const slider of this.#sliders()) {
      if (slider !== document.activeElement) {
        slider.value = this.#partnerOf(slider)?.value ?? slider.value;
      }
    }
  }
}
