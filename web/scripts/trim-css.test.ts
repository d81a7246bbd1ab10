import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import postcss from "postcss";
import { describe, expect, it } from "vitest";
import { isKernClassUsed, type KernUse, trimCss } from "./trim-css";

const root = fileURLToPath(new URL("..", import.meta.url));
const use = JSON.parse(readFileSync(`${root}/kern.json`, "utf8")) as KernUse;
const trim = (css: string): string =>
  postcss([trimCss({ blocks: ["btn"], icons: ["info"] })]).process(css, { from: undefined }).css;

describe("trimCss", () => {
  it("keeps rules of used blocks and drops those of others", () => {
    const css = trim(
      "@layer kern{.kern-btn--primary{color:red}.kern-card{color:blue}.kern-icon--info{top:0}}",
    );
    expect(css).toContain(".kern-btn--primary");
    expect(css).toContain(".kern-icon--info");
    expect(css).not.toContain("kern-card");
  });

  it("keeps only the custom properties that a rule needs, also through others", () => {
    const css = trim(
      ":root{--kern-a:1px;--kern-b:var(--kern-a);--kern-c:2px}@layer kern{.kern-btn{width:var(--kern-b)}}",
    );
    expect(css).toContain("--kern-a");
    expect(css).toContain("--kern-b");
    expect(css).not.toContain("--kern-c");
  });

  it("keeps the tokens of the ground level, which carry the dark colours", () => {
    const css = trim(
      "@layer kern{:is(body, .kern-dark, [data-kern-theme=dark]):not([class*=kern-level-]){--kern-x:1px}.kern-btn{width:var(--kern-x)}}",
    );
    expect(css).toMatch(/body\s*\{\s*--kern-x/);
  });

  it("lets KERN be mirrored: beginning and end of a line in place of left and right", () => {
    const css = trim(
      "@layer kern{.kern-btn{left:3px;padding-left:var(--x, 16px);text-align:left;margin:1px 2px 3px 2px}" +
        ".kern-btn:hover{padding:var(--a, 8px) 40px 2px var(--b, 16px) !important}}.own{left:0}",
    );
    expect(css).toContain("inset-inline-start:3px");
    expect(css).toContain("padding-inline-start:var(--x, 16px)");
    expect(css).toContain("text-align:start");
    expect(css).toContain("margin:1px 2px 3px 2px");
    expect(css).toContain("padding-block:var(--a, 8px) 2px !important");
    expect(css).toContain("padding-inline:var(--b, 16px) 40px !important");
    expect(css).toContain(".own{left:0}");
  });

  it("leaves rules outside the layers alone", () => {
    expect(trim(".kern-card{color:blue}")).toContain("kern-card");
  });
});

describe("the pages", () => {
  const files = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? files(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
    );

  it("use no class of KERN that is cut from the style sheet", () => {
    const missing = [...files(`${root}/templates`), ...files(`${root}/src`)].flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/\bkern-[a-z][a-z0-9_-]*/g)]
        .map(([name]) => name)
        .filter((name) => !isKernClassUsed(name, use))
        .map((name) => `${file.slice(root.length)}: ${name}`),
    );
    expect([...new Set(missing)]).toEqual([]);
  });
});
