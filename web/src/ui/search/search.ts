import type { Atlas } from "../../state/atlas";
import { bboxText, isCoordinates, queryFromFields } from "../../state/query";

/** The choice of a moment of one's own. */
const OWN_MOMENT = "at";
/** Fields whose change takes effect at once. */
const AT_ONCE = new Set(["checkbox", "radio", "number"]);

/**
 * The search form: a change of a filter takes effect at once, text on submit. Without this script it is a plain
 * form that the server answers with a whole page.
 */
export class SearchForm {
  readonly #form: HTMLFormElement;
  readonly #atlas: Atlas;
  readonly #hereLabel: string;
  #coordinates: string | null = null;

  constructor(form: HTMLFormElement, atlas: Atlas) {
    this.#form = form;
    this.#atlas = atlas;
    this.#hereLabel = atlas.config.messages.text("js-locate-here");
    this.#showPlace(this.#field("near")?.value ?? "");
    this.#writeBbox(new URLSearchParams(window.location.search).get("bbox") ?? "");
    form.addEventListener("submit", (event) => this.#submit(event));
    form.addEventListener("change", (event) => this.#changed(event));
    form.addEventListener("focusout", (event) => this.#left(event));
    form.addEventListener("formdata", (event) => this.#replaceLabel(event.formData));
    atlas.searchArea.subscribe((bounds) => {
      if (bounds !== null) {
        this.#writeBbox(bboxText(bounds));
        this.search();
      }
    });
  }

  /** Loads the hits for what the form holds. */
  search(): void {
    const fields = [...new FormData(this.#form)].map(([name, value]) => [name, String(value)] as const);
    const url = new URL(this.#form.action, window.location.href);
    url.search = queryFromFields(fields);
    url.hash = "";
    void this.#atlas.load(url, "push");
  }

  /** Puts coordinates into the place field, shown in words, and searches. */
  searchNear(coordinates: string): void {
    this.#showPlace(coordinates);
    this.#writeBbox("");
    this.search();
  }

  /** Makes the fields agree with an address that was reached by a link or by going back. */
  follow(url: URL): void {
    const query = url.searchParams;
    for (const name of ["q", "within_m"]) {
      const field = this.#field(name);
      if (field !== null && field !== document.activeElement) {
        field.value = query.get(name) ?? "";
      }
    }
    this.#showPlace(query.get("near") ?? "");
    this.#writeBbox(query.get("bbox") ?? "");
  }

  #field(name: string): HTMLInputElement | HTMLSelectElement | null {
    const field = this.#form.elements.namedItem(name);
    return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field : null;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    this.search();
  }

  #changed(event: Event): void {
    const field = event.target;
    if (field instanceof HTMLSelectElement) {
      if (field.name !== "within_m" || this.#field("near")?.value) {
        this.search();
      }
    } else if (field instanceof HTMLInputElement && field.value === OWN_MOMENT && field.name === "open") {
      // Nothing to search for yet: the moment comes first.
      this.#form.querySelector<HTMLInputElement>("input[name=open_at]")?.focus();
    } else if (field instanceof HTMLInputElement && AT_ONCE.has(field.type)) {
      this.search();
    }
  }

  /** A moment of one's own counts when its field is left: while it is typed it is many others. */
  #left(event: FocusEvent): void {
    const field = event.target;
    if (field instanceof HTMLInputElement && field.name === "open_at" && field.value !== field.defaultValue) {
      const choice = this.#form.querySelector<HTMLInputElement>(`input[name=open][value=${OWN_MOMENT}]`);
      if (choice !== null) {
        choice.checked = field.value !== "";
      }
      this.search();
    }
  }

  /** People read "my position", the query keeps the coordinates. */
  #showPlace(near: string): void {
    const field = this.#field("near");
    this.#coordinates = isCoordinates(near) ? near : null;
    if (field !== null) {
      field.value = this.#coordinates === null ? near : this.#hereLabel;
    }
  }

  #replaceLabel(data: FormData): void {
    if (this.#coordinates !== null && data.get("near") === this.#hereLabel) {
      data.set("near", this.#coordinates);
    }
  }

  #writeBbox(bbox: string): void {
    const known = this.#field("bbox");
    if (known !== null) {
      known.value = bbox;
    } else if (bbox !== "") {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = "bbox";
      field.value = bbox;
      this.#form.append(field);
    }
  }
}
