import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** The icons of the sprite: outline glyphs by the name of the icon set, and our own marker shapes as paths. */
export interface IconList {
  readonly glyphs: readonly string[];
  readonly shapes: Readonly<Record<string, string>>;
}

/** One `<symbol>` from the SVG text of an outline icon; throws where the file is not an SVG of the expected form. */
export function glyphSymbol(name: string, svg: string): string {
  const body = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(svg)?.[1];
  if (body === undefined) {
    throw new Error(`icon ${name}: no <svg> element found`);
  }
  const drawn = body.replace(/<path stroke="none"[^>]*\/>/, "").replace(/\s*\n\s*/g, "");
  return (
    `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" ` +
    `stroke-linecap="round" stroke-linejoin="round">${drawn}</symbol>`
  );
}

/** The whole sprite; a shape inherits fill and stroke from where it is used, a glyph takes the text colour. */
export function spriteSvg(icons: IconList, readIcon: (name: string) => string): string {
  const glyphs = icons.glyphs.map((name) => glyphSymbol(name, readIcon(name)));
  const shapes = Object.entries(icons.shapes).map(
    ([name, path]) =>
      `<symbol id="shape-${name}" viewBox="0 0 32 32" overflow="visible"><path d="${path}"/></symbol>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg">${shapes.join("")}${glyphs.join("")}</svg>`;
}

/** Emits the sprite as a hashed asset that the manifest lists under the key `icons.svg`. */
export function iconSprite(root: string): Plugin {
  const list = join(root, "icons.json");
  const folder = join(root, "node_modules/@tabler/icons/icons/outline");
  return {
    name: "icon-sprite",
    buildStart() {
      this.addWatchFile(list);
    },
    generateBundle() {
      const icons = JSON.parse(readFileSync(list, "utf8")) as IconList;
      const source = spriteSvg(icons, (name) => readFileSync(join(folder, `${name}.svg`), "utf8"));
      this.emitFile({ type: "asset", name: "icons.svg", originalFileName: "icons.svg", source });
    },
  };
}
