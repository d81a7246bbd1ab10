import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

// The service worker is one file of its own: not every browser lets a worker import modules.
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  publicDir: false,
  build: {
    outDir: "dist",
    emptyOutDir: false,
    target: ["es2022", "chrome111", "firefox113", "safari16.4"],
    lib: { entry: "src/offline/worker.ts", formats: ["iife"], name: "worker", fileName: () => "sw.js" },
  },
});
