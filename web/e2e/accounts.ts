import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHmac } from "node:crypto";
import type { Page } from "playwright-core";

/** The password of every account that a journey adds. */
export const PASSWORD = "sieben nasse kraniche am tor";

/** Adds an account with the command line, beside the running server; a provider may speak for an organization. */
export function addAccount(email: string, role: string, organization?: string): void {
  const binary = process.env["SOZIALATLAS_E2E_BINARY"];
  const data = process.env["SOZIALATLAS_E2E_DATA"];
  assert.ok(binary && data, "run the journeys by scripts/with-server.sh");
  const words = ["account", "add", "--email", email, "--role", role, "--password-stdin"];
  if (organization !== undefined) {
    words.push("--organization", organization);
  }
  execFileSync(binary, [...words, "--data-dir", data], {
    input: `${PASSWORD}\n`,
    stdio: ["pipe", "pipe", "pipe"],
  });
}

/** Fills in the sign-in page that is open, and sends it. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel("E-Mail-Adresse").fill(email);
  await page.getByLabel("Passwort", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Anmelden" }).click();
}

/** The code that an app with this key shows at a moment (RFC 6238). */
export function totp(key: string, at = Date.now()): string {
  const bits = [...key.replaceAll(" ", "")]
    .map((sign) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign).toString(2).padStart(5, "0"))
    .join("");
  const bytes = bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [];
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac("sha1", Buffer.from(bytes)).update(step).digest();
  const offset = digest.readUInt8(19) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
