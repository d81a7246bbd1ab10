import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import type { Page } from "playwright-core";
import { BASE } from "./support.js";

/** The password of every account of these tests. */
const PASSWORD = "sieben nasse kraniche am tor";

/** Makes an account on the command line, as the first one of a county is made. */
export async function account(role: "provider" | "editor", name: string): Promise<string> {
  const binary = process.env["SOZIALATLAS_E2E_BINARY"] ?? "";
  const data = process.env["SOZIALATLAS_E2E_DATA"] ?? "";
  assert.notEqual(binary, "", "SOZIALATLAS_E2E_BINARY is not set: run scripts/with-server.sh");
  const email = `${name}@example.org`;
  const words = ["account", "add", "--data-dir", data, "--email", email, "--role", role, "--password-stdin"];
  if (role === "provider") {
    words.push("--organization", await organization());
  }
  execFileSync(binary, words, { input: `${PASSWORD}\n`, stdio: ["pipe", "ignore", "inherit"] });
  return email;
}

/** An organization of the county that has entries: the one of the first hit of the list. */
async function organization(): Promise<string> {
  const answer = await fetch(`${BASE}/api/collections/services/items?limit=50`);
  const { features } = (await answer.json()) as {
    readonly features: readonly { readonly properties: { readonly organization_id: string | null } }[];
  };
  const found = features.map((feature) => feature.properties.organization_id).find((id) => id !== null);
  assert.ok(found, "no entry names its organization");
  return found;
}

/** Signs in and opens a page. */
export async function signIn(page: Page, email: string, path: string): Promise<void> {
  await page.goto(`/anmelden?weiter=${path}`);
  await page.locator("main input[name=email]").fill(email);
  await page.locator("main input[name=password]").fill(PASSWORD);
  await page.locator("main form button[type=submit]").first().click();
  await page.goto(path);
}
