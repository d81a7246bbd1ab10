import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { addAccount, signIn as fillIn } from "./accounts.js";
import { BASE } from "./support.js";

/** Makes an account; a provider speaks for an organization with entries. */
export async function account(role: "provider" | "editor", name: string): Promise<string> {
  const email = `${name}@example.org`;
  addAccount(email, role, role === "provider" ? await organization() : undefined);
  return email;
}

/** The organization of the first entry of the county that names one. */
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
  await fillIn(page, email);
  await page.goto(path);
}
