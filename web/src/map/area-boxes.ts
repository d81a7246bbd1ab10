/** The boxes of the municipalities of a form, by official key, and the button that says that they count. */
export interface AreaBoxes {
  readonly boxes: ReadonlyMap<string, HTMLInputElement>;
  /** "Only people of these municipalities"; null where the form has no such choice. */
  readonly only: HTMLInputElement | null;
}

/** The boxes that a map stands for; null where the page has none. */
export function areaBoxes(list: HTMLElement | null): AreaBoxes | null {
  const found = list?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? [];
  const boxes = new Map([...found].map((box) => [box.value, box] as const));
  const name = [...boxes.values()][0]?.name.replace(/-municipality$/, "");
  const radio = document.getElementById(`f-${name ?? ""}-municipalities`);
  return boxes.size === 0 ? null : { boxes, only: radio instanceof HTMLInputElement ? radio : null };
}

/** Ticks or unticks a municipality as a click on its box would; whoever ticks one means that the boxes count. */
export function toggleArea({ boxes, only }: AreaBoxes, ags: string): void {
  const box = boxes.get(ags);
  if (box === undefined) {
    return;
  }
  box.checked = !box.checked;
  if (box.checked && only !== null && !only.checked) {
    only.checked = true;
    only.dispatchEvent(new Event("change", { bubbles: true }));
  }
  box.dispatchEvent(new Event("change", { bubbles: true }));
}
