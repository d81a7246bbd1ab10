import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import type { Cookie, Page } from "playwright-core";
import { command } from "./own-server.js";
import { BASE } from "./support.js";

/** The password of every account that a journey adds. */
export const PASSWORD = "sieben nasse kraniche am tor";

/**
 * Adds an account with the command line, beside the running server or before it starts; a provider may speak for an
 * organization.
 */
export function addAccount(
  email: string,
  role: string,
  organization?: string,
  data = process.env["SOZIALATLAS_E2E_DATA"],
): void {
  assert.ok(data, "run the journeys by scripts/with-server.sh");
  const words = ["account", "add", "--email", email, "--role", role, "--password-stdin"];
  const speaksFor = organization === undefined ? [] : ["--organization", organization];
  command([...words, ...speaksFor, "--data-dir", data], `${PASSWORD}\n`);
}

/** Makes an account that journeys of one file share; a provider speaks for an organization with entries. */
export async function account(
  role: "admin" | "editor" | "provider",
  name: string,
  which = 0,
): Promise<string> {
  const email = `${name}@example.org`;
  addAccount(email, role, role === "provider" ? await organization(which) : undefined);
  return email;
}

/** One of the organizations that the first entries of the county name; files that write take one of their own. */
export async function organization(which = 0): Promise<string> {
  const answer = await fetch(`${BASE}/api/collections/services/items?limit=50`);
  const { features } = (await answer.json()) as {
    readonly features: readonly { readonly properties: { readonly organization_id: string | null } }[];
  };
  const named = features.flatMap((feature) => feature.properties.organization_id ?? []);
  const found = [...new Set(named)][which];
  assert.ok(found, "the first entries do not name so many organizations");
  return found;
}

/** Fills in the sign-in page that is open, and sends it. */
export async function fillIn(page: Page, email: string): Promise<void> {
  await page.getByLabel("E-Mail-Adresse").fill(email);
  await page.getByLabel("Passwort", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Anmelden" }).click();
}

/** Takes the steps that switch the second factor on; the recovery codes. */
export async function setUpFactor(page: Page): Promise<readonly string[]> {
  await page.getByRole("button", { name: "Jetzt einrichten" }).click();
  const key = (await page.locator(".factor__key").textContent()) ?? "";
  await page.getByLabel("Code", { exact: true }).fill(totp(key));
  await page.getByRole("button", { name: "Prüfen und einschalten" }).click();
  const codes = page.locator(".secrets code");
  await codes.first().waitFor();
  return codes.allTextContents();
}

const sessions = new Map<string, readonly Cookie[]>();

/**
 * Opens a page as somebody who is signed in. Only the first journey of a file really signs in (and sets up the second
 * factor if the role has to): the server lets one address do that a few times a minute only.
 */
export async function signIn(page: Page, email: string, path: string): Promise<void> {
  const session = sessions.get(email);
  if (session === undefined) {
    await page.goto(`/anmelden?weiter=${path}`);
    await fillIn(page, email);
    await page.waitForURL((url) => url.pathname !== "/anmelden");
    if (new URL(page.url()).pathname === "/konto/zweiter-faktor") {
      await setUpFactor(page);
    }
    sessions.set(email, await page.context().cookies());
  } else {
    await page.context().addCookies([...session]);
  }
  await page.goto(path);
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
