import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { iconSprite } from "./scripts/sprite.ts";
import { type KernUse, trimCss } from "./scripts/trim-css.ts";
import { brotliTwins } from "./scripts/twins.ts";

const root = fileURLToPath(new URL(".", import.meta.url));
const kern = JSON.parse(readFileSync(new URL("kern.json", import.meta.url), "utf8")) as KernUse;

export default defineConfig({
  root,
  base: "/_/assets/",
  publicDir: false,
  plugins: [iconSprite(root), brotliTwins()],
  css: { postcss: { plugins: [trimCss(kern)] } },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    assetsDir: "",
    manifest: "manifest.json",
    assetsInlineLimit: 0,
    target: ["es2022", "chrome111", "firefox113", "safari16.4"],
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ["src/main.ts", "src/embed/page.ts", "styles/main.css", "styles/planning.css"],
    },
  },
  // proj4 publishes its parts as modules without file endings: they must pass through the bundler.
  test: {
    server: { deps: { inline: ["proj4"] } },
    include: ["src/**/*.test.ts", "scripts/**/*.test.ts"],
    environment: "node",
  },
});
