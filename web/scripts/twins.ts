import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import type { Plugin } from "vite";

/** What is worth it: fonts and pictures are compressed in themselves. */
const TEXT = /\.(css|js|svg)$/;

/** The best that brotli can do (RFC 7932): slow, so it is done once, when the front end is built. */
export function compressed(text: string | Uint8Array): Uint8Array {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/** Lays a twin `name.br` beside every text that was built; the server sends it to whoever takes it. */
export function brotliTwins(): Plugin {
  return {
    name: "brotli-twins",
    apply: "build",
    writeBundle(options, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        if (TEXT.test(name)) {
          const text = file.type === "chunk" ? file.code : file.source;
          writeFileSync(join(options.dir ?? "dist", `${name}.br`), compressed(text));
        }
      }
    },
  };
}
