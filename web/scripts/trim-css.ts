import type { AtRule, Declaration, Plugin, Root, Rule } from "postcss";

/** What of KERN the pages may use; everything else is cut from the stylesheet. */
export interface KernUse {
  readonly blocks: readonly string[];
  readonly icons: readonly string[];
}

/** Whether a class of KERN belongs to an allowed block (`kern-btn--primary` belongs to `btn`). */
export function isKernClassUsed(name: string, use: KernUse): boolean {
  const icon = /^kern-icon--(.+)$/.exec(name)?.[1];
  if (icon !== undefined) {
    return use.icons.includes(icon);
  }
  const block = /^kern-([a-z-]+?)(?:__.*|--.*)?$/.exec(name)?.[1];
  return block !== undefined && use.blocks.includes(block);
}

/** The tokens of KERN's ground level belong to the page as a whole; its switchable themes are not used. */
const GROUND = /^:is\(body,.*\):not\(\[class\*=/s;

function trimRule(rule: Rule, use: KernUse): void {
  if (rule.selectors.some((selector) => GROUND.test(selector))) {
    rule.selectors = ["body"];
    return;
  }
  const kept = rule.selectors.filter((selector) => {
    const classes = [...selector.matchAll(/\.(kern-[a-z0-9_-]+)/g)].map((match) => match[1] ?? "");
    return !selector.includes("data-kern-theme") && classes.every((name) => isKernClassUsed(name, use));
  });
  if (kept.length === 0) {
    rule.remove();
  } else if (kept.length < rule.selectors.length) {
    rule.selectors = kept;
  }
}

function variablesIn(value: string): string[] {
  return [...value.matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1] ?? "");
}

/** Removes custom properties of KERN that no rule needs, also not through another custom property. */
function dropUnusedVariables(root: Root, alsoUsed: readonly string[]): void {
  const definitions = new Map<string, Declaration[]>();
  const queue: string[] = [...alsoUsed];
  root.walkDecls((declaration) => {
    if (declaration.prop.startsWith("--kern-")) {
      const known = definitions.get(declaration.prop) ?? [];
      definitions.set(declaration.prop, [...known, declaration]);
    } else {
      queue.push(...variablesIn(declaration.value));
    }
  });
  const used = new Set<string>();
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (!used.has(name)) {
      used.add(name);
      queue.push(...(definitions.get(name) ?? []).flatMap((declaration) => variablesIn(declaration.value)));
    }
  }
  for (const [name, declarations] of definitions) {
    if (!used.has(name)) {
      for (const declaration of declarations) {
        declaration.remove();
      }
    }
  }
}

/** How a property by left and right is called by the beginning and the end of a line. */
const LOGICAL: Readonly<Record<string, string>> = {
  left: "inset-inline-start",
  right: "inset-inline-end",
  "margin-left": "margin-inline-start",
  "margin-right": "margin-inline-end",
  "padding-left": "padding-inline-start",
  "padding-right": "padding-inline-end",
  "border-left": "border-inline-start",
  "border-right": "border-inline-end",
};

/** The values of a shorthand; spaces inside brackets do not part them. */
function partsOf(value: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const sign of value) {
    depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
    if (sign === " " && depth === 0) {
      parts.push("");
    } else {
      parts[parts.length - 1] += sign;
    }
  }
  return parts.filter((part) => part !== "");
}

/** KERN places by left and right; for what is written from right to left it must be beginning and end. */
function mirror(declaration: Declaration): void {
  const { prop, value } = declaration;
  const logical = LOGICAL[prop];
  if (logical !== undefined) {
    declaration.prop = logical;
  } else if (prop === "text-align" && (value === "left" || value === "right")) {
    declaration.value = value === "left" ? "start" : "end";
  } else if (prop === "padding" || prop === "margin") {
    const [top, right, bottom, left] = partsOf(value);
    if (left !== undefined && left !== right) {
      declaration.cloneBefore({ prop: `${prop}-block`, value: `${top} ${bottom}` });
      declaration.prop = `${prop}-inline`;
      declaration.value = `${left} ${right}`;
    }
  }
}

function dropEmpty(root: Root): void {
  for (let removed = true; removed; ) {
    removed = false;
    root.walk((node) => {
      const empty =
        (node.type === "rule" || (node.type === "atrule" && node.nodes !== undefined)) &&
        !node.nodes?.some((child) => child.type !== "comment");
      if (empty) {
        node.remove();
        removed = true;
      }
    });
  }
}

/** Leaflet's own pictures (default pin, layer switch) are never shown; without them nothing is fetched. */
function dropLeafletPictures(layer: AtRule): void {
  layer.walkDecls((declaration) => {
    if (declaration.value.includes("url(") && declaration.value.includes("images/")) {
      declaration.remove();
    }
  });
}

/** PostCSS plugin: cuts the layers `kern` and `leaflet` down to what the pages use, and lets KERN be mirrored. */
export function trimCss(use: KernUse): Plugin {
  return {
    postcssPlugin: "trim-css",
    OnceExit(root) {
      root.walkAtRules("layer", (layer) => {
        if (layer.params === "kern") {
          layer.walkRules((rule) => trimRule(rule, use));
          layer.walkDecls(mirror);
        } else if (layer.params === "leaflet") {
          dropLeafletPictures(layer);
        }
      });
      root.walkComments((comment) => {
        comment.remove();
      });
      dropUnusedVariables(root, []);
      dropEmpty(root);
    },
  };
}
