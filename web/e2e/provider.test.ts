import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { PASSWORD } from "./accounts.js";
import { command } from "./own-server.js";
import { openSignInProvider, type SignInProvider } from "./provider.js";
import { assertAccessible, hasCount, openBrowser, openContext, SIZES, type Size, until } from "./support.js";

let browser: Browser;
let house: SignInProvider;
before(async () => {
  browser = await openBrowser();
  house = await openSignInProvider();
});
after(async () => {
  await browser.close();
  await house.close();
});

function addAccount(email: string): void {
  const words = ["account", "add", "--email", email, "--role", "planner", "--password-stdin"];
  command([...words, "--data-dir", house.data], `${PASSWORD}\n`);
}

/** A browser of its own; without JavaScript, because every page of the account has to work so. */
async function open(size: Size): Promise<{ page: Page; context: BrowserContext }> {
  const context = await openContext(browser, {
    baseURL: house.atlas,
    viewport: SIZES[size],
    locale: "de-DE",
    javaScriptEnabled: false,
  });
  await stayHere(context);
  return { page: await context.newPage(), context };
}

/** The provider's own pages would load a font from elsewhere: nothing leaves this machine. */
async function stayHere(context: BrowserContext): Promise<void> {
  await context.route(/^https?:\/\/(?!127\.0\.0\.1[:/])/, (route) => route.abort());
}

const isHere = (url: URL): boolean => url.origin === house.atlas;

/** Presses the button on our page and signs in at the provider, which asks for consent the first time. */
async function signIn(page: Page, who: string, next = ""): Promise<void> {
  await page.goto(`/anmelden${next}`);
  await page.getByRole("button", { name: "Anmelden mit Kreis-Login" }).click();
  await logInThere(page, who);
}

/** Fills in the provider's page, and agrees where it asks. */
async function logInThere(page: Page, who: string): Promise<void> {
  await page.locator("input[name=login]").fill(who);
  await page.locator("input[name=password]").fill("gleich");
  await page.locator("button[type=submit]").click();
  // Next comes our page, or the one that asks: both lack the field for the name.
  const asks = page.locator("form:not(:has(input[name=login])) button[type=submit]");
  await until(async () => {
    assert.equal(await page.locator("input[name=login]").count(), 0);
    assert.ok(isHere(new URL(page.url())) || (await asks.count()) > 0);
  });
  if (!isHere(new URL(page.url()))) {
    await asks.click();
  }
  await page.waitForURL(isHere);
}

for (const size of Object.keys(SIZES) as Size[]) {
  test(`somebody signs in by a real provider, sees the link and signs out there too (${size})`, async () => {
    const email = `planung-${size}@amt.example`;
    addAccount(email);
    const { page, context } = await open(size);
    await signIn(page, email, "?weiter=/konto");
    await page.waitForURL((url) => url.pathname === "/konto");
    await page.getByText("Verbunden seit").waitFor();
    await page.getByRole("button", { name: "Abmelden", exact: true }).first().click();
    await page.getByRole("heading", { name: "Sie sind abgemeldet" }).waitFor();
    await page.getByRole("link", { name: "Auch dort abmelden" }).click();
    await page.waitForURL((url) => !isHere(url));
    await page.locator("button[type=submit]").first().click();
    await page.waitForURL(`${house.atlas}/`);
    // The second time it is found by the subject.
    await signIn(page, email);
    await hasCount(page.getByRole("button", { name: "Abmelden", exact: true }), 1);
    await context.close();
  });

  test(`the pages around the provider have no barriers (${size})`, async () => {
    const context = await openContext(browser, { baseURL: house.atlas, viewport: SIZES[size] });
    const page = await context.newPage();
    await page.goto("/anmelden");
    await assertAccessible(page, "/anmelden with a provider");
    await page.goto("/anmelden/extern/zurueck?code=x&state=y");
    await page.getByRole("heading", { name: "Bitte melden Sie sich noch einmal an" }).waitFor();
    await assertAccessible(page, "an answer that belongs to nothing");
    await context.close();
  });
}

test("nobody comes in without an account, or with an address that is not verified", async () => {
  addAccount("neu@amt.example");
  for (const [who, told] of [
    ["unbekannt@amt.example", "kein offenes Konto"],
    ["neu@amt.example", "nicht bestätigt"],
  ] as const) {
    const { page, context } = await open("phone");
    await signIn(page, who);
    await page.getByText(told).waitFor();
    assert.equal((await context.cookies()).filter(({ name }) => name === "session").length, 0);
    await context.close();
  }
});

test("an answer counts once, in the browser that asked for it", async () => {
  addAccount("einmal@amt.example");
  const { page, context } = await open("desktop");
  let answer = "";
  let attempt: Awaited<ReturnType<BrowserContext["cookies"]>> = [];
  page.on("request", (request) => {
    if (request.url().includes("/zurueck?")) {
      answer = request.url();
    }
  });
  await page.goto("/anmelden");
  await page.getByRole("button", { name: "Anmelden mit Kreis-Login" }).click();
  await page.locator("input[name=login]").waitFor();
  attempt = (await context.cookies(house.atlas)).filter(({ name }) => name === "attempt");
  assert.equal(attempt.length, 1);
  await logInThere(page, "einmal@amt.example");
  assert.match(answer, /code=.+state=|state=.+code=/);

  const other = await open("desktop");
  await other.page.goto(answer);
  await other.page.getByRole("heading", { name: "Bitte melden Sie sich noch einmal an" }).waitFor();
  // Even with what the first browser held: the provider knows the code no more.
  await other.context.addCookies(attempt);
  await other.page.goto(answer);
  await other.page.getByRole("heading", { name: "Die Anmeldung hat nicht geklappt" }).waitFor();
  assert.equal((await other.context.cookies()).filter(({ name }) => name === "session").length, 0);
  await other.context.close();
  await context.close();
});

test("whoever turns back at the provider is told so and finds the other ways in", async () => {
  const { page, context } = await open("phone");
  await page.goto("/anmelden");
  await page.getByRole("button", { name: "Anmelden mit Kreis-Login" }).click();
  await page.getByRole("link", { name: /cancel/i }).click();
  await page.getByRole("heading", { name: "Sie haben die Anmeldung abgebrochen" }).waitFor();
  await page.getByRole("link", { name: "Zum Anmelden" }).click();
  await page.getByLabel("Passwort", { exact: true }).waitFor();
  await context.close();
});
