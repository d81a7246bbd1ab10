import type { Plan } from "./plan";
import { readable } from "./scenario";

/** Rest after a movement of the slider, and after a key in a number field, before it takes effect. */
const SLIDER_MS = 300;
const TYPING_MS = 600;
/** What cannot be a distance may be half of one: "0" of "0,5". The server tells what is wrong after a longer rest. */
const DOUBT_MS = 1500;

/** People type kilometres, the canonical address has metres. */
const KILOMETRES = "max_distance_km";
const METRES = "max_distance_m";
/** The class of a field with a fault. */
const ERROR = "kern-form-input--error";
/** Farther than this the server does not count. */
const MOST_M = 200_000;

/** Metres of a distance in kilometres as people type it, with comma or point; null where it cannot be one. */
export function metresOf(typed: string): number | null {
  const text = typed.trim().replace(",", ".");
  const metres = /^\d*\.?\d*$/.test(text) ? Math.round(Number.parseFloat(text) * 1000) : Number.NaN;
  return metres > 0 && metres <= MOST_M ? metres : null;
}

/** Kilometres as people write them in a language: "5,5". */
export function kilometresText(kilometres: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 3, useGrouping: false }).format(kilometres);
}

/**
 * The address that a form of the page stands for: as the server would write it, without empty fields. A distance
 * that cannot be one goes as typed, so that the server tells what is wrong with it.
 */
export function addressOf(action: string, fields: Iterable<readonly [string, string]>): URL {
  const url = new URL(action);
  url.hash = "";
  const words = new URLSearchParams();
  for (const [name, raw] of fields) {
    const value = raw.trim();
    const metres = name === KILOMETRES ? metresOf(value) : null;
    if (metres !== null) {
      words.append(METRES, String(metres));
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
    // The server tells at the field what is wrong; the browser would only refuse in silence.
    form.noValidate = true;
    for (const element of form.querySelectorAll<HTMLElement>("[data-no-js]")) {
      element.hidden = true;
    }
    for (const slider of this.#sliders()) {
      slider.hidden = false;
      this.#slide(slider);
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

  /** Puts a slider where its field says. */
  #slide(slider: HTMLInputElement): void {
    const metres = metresOf(this.#partnerOf(slider)?.value ?? "");
    if (metres !== null) {
      slider.value = String(metres / 1000);
    }
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
        partner.value = kilometresText(field.valueAsNumber, document.documentElement.lang || "de");
      }
      this.#askAfter(SLIDER_MS);
    } else if (field.name === KILOMETRES) {
      const slider = this.#sliderOf(field);
      if (slider !== undefined) {
        this.#slide(slider);
      }
      if (field.value.trim() === "") {
        // About to be written anew; left empty it stands for the usual distance.
        window.clearTimeout(this.#timer);
      } else {
        this.#askAfter(metresOf(field.value) === null ? DOUBT_MS : TYPING_MS);
      }
    }
  }

  #changed(field: EventTarget | null): void {
    const range = field instanceof HTMLInputElement && field.type === "range";
    const text = field instanceof HTMLInputElement && field.type === "text" && field.name !== KILOMETRES;
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
    const fields = [...new FormData(this.#form)].map(([name, value]) => [name, String(value)] as const);
    void this.#plan.load(addressOf(this.#form.action, fields), "push");
  }

  /** Makes the fields agree with the server's canonical ones; what a person is writing in stays. */
  #follow(other: HTMLFormElement | null): void {
    if (other === null) {
      return;
    }
    this.#followHidden(other);
    this.#followFaults(other);
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
      } else if (field instanceof HTMLInputElement && field.name !== "" && !isBeingWritten(field)) {
        const twin = twins.find(
          (it) => it instanceof HTMLInputElement && it.name === field.name && it.type === field.type,
        );
        field.value = twin instanceof HTMLInputElement ? twin.value : field.value;
      }
    }
    for (const slider of this.#sliders()) {
      if (slider !== document.activeElement) {
        this.#slide(slider);
      }
    }
  }

  /** What is wrong with a field stands at it, in the words of the server. */
  #followFaults(other: HTMLFormElement): void {
    for (const control of this.#form.querySelectorAll("[id]:is(input, select):not([type=range])")) {
      const twin = other.querySelector(`#${CSS.escape(control.id)}`);
      for (const attribute of ["aria-invalid", "aria-describedby"]) {
        const value = twin?.getAttribute(attribute) ?? null;
        if (value !== null) {
          control.setAttribute(attribute, value);
        } else if (twin !== null) {
          control.removeAttribute(attribute);
        }
      }
      const [box, theirs] = [control.closest(".kern-form-input"), twin?.closest(".kern-form-input")];
      if (box && theirs) {
        box.classList.toggle(ERROR, theirs.classList.contains(ERROR));
        for (const fault of box.querySelectorAll(".kern-error")) {
          fault.remove();
        }
        const faults = [...theirs.querySelectorAll(".kern-error")];
        box.append(...faults.map((fault) => document.importNode(fault, true)));
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

/** Whether a person is writing in a field; one left empty takes what the server has put there. */
function isBeingWritten(field: HTMLInputElement): boolean {
  return field === document.activeElement && field.value.trim() !== "";
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
