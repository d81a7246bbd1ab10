import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

// Pages of others load one file from an address that never changes: no parts, no hash in its name.
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  publicDir: false,
  build: {
    outDir: "dist",
    emptyOutDir: false,
    target: ["es2022", "chrome111", "firefox113", "safari16.4"],
    lib: {
      entry: "src/embed/element.ts",
      formats: ["iife"],
      name: "sozialAtlas",
      fileName: () => "sozial-atlas.js",
    },
  },
});
