// The pages that are audited, in one place. `routes.ts` checks that the server has no others.

/** Who has to be signed in to see a page. */
export type Who = "provider" | "editor" | "planner" | "admin";

/** A page: its address, in which `{words}` stand for what `house.ts` finds in the running county. */
export interface AuditedPage {
  readonly path: string;
  /** Who sees it; everybody where it is not said. */
  readonly who?: Who;
  /** Whether the address is wrong on purpose: the answer is an error that the browser notes. */
  readonly fails?: boolean;
}

/** What everybody reads, in every language. */
export const PUBLIC: readonly AuditedPage[] = [
  { path: "/" },
  { path: "/?category=tafel_mittagstisch" },
  { path: "/?q=gibtesnichtxyz" },
  { path: "/liste" },
  { path: "/liste?near=Engen&within_m=5000" },
  { path: "/liste?category=schutz_gewalt" },
  { path: "/liste?age=67,unknown&open=today,unknown&sort=name" },
  { path: "/angebote/{entry}" },
  { path: "/angebote/{entry}/verlauf" },
  { path: "/angebote/{entry}/merkblatt" },
  { path: "/angebote/{discreet}" },
  { path: "/merkliste" },
  { path: "/merkliste?ids={entry}" },
  { path: "/traeger/{organization}" },
  { path: "/gemeinden" },
  { path: "/gemeinden/{municipality}" },
  { path: "/wichtige-nummern" },
  { path: "/wegweiser" },
  { path: "/wegweiser/gewalt" },
  { path: "/wegweiser/pflege/zuhause?municipality={municipality}" },
  { path: "/vorschlag" },
  { path: "/vorschlag?kind=complaint" },
  { path: "/vorschlag/antwort/{answer}" },
  { path: "/offline" },
  { path: "/impressum" },
  { path: "/datenschutz" },
  { path: "/barrierefreiheit" },
  { path: "/leichte-sprache" },
  { path: "/gibtesnicht", fails: true },
];

/** What there is in German only, and the pages about the interface, which are English. */
export const GERMAN: readonly AuditedPage[] = [
  { path: "/planung" },
  { path: "/planung?category=schuldnerberatung&max_distance_m=7000&add=8.79,47.83" },
  { path: "/planung/matrix?max_distance_m=5000" },
  { path: "/planung/gesucht", who: "planner" },
  { path: "/anmelden" },
  { path: "/passwort/vergessen" },
  { path: "/konto", who: "provider" },
  { path: "/konto/zweiter-faktor", who: "provider" },
  { path: "/mein", who: "provider" },
  { path: "/mein/zahlen", who: "provider" },
  { path: "/mein/uebergaben", who: "provider" },
  { path: "/mein/angebote/neu", who: "provider" },
  { path: "/mein/angebote/{own}", who: "provider" },
  { path: "/mein/angebote/{own}/verlauf", who: "provider" },
  { path: "/mein/angebote/{own}/uebergeben", who: "provider" },
  { path: "/mein/uebernehmen/{entry}", who: "provider" },
  { path: "/mein/traeger/{ownOrganization}", who: "provider" },
  { path: "/mein/traeger/{ownOrganization}/tabelle", who: "provider" },
  { path: "/redaktion", who: "editor" },
  { path: "/redaktion?kind=stale", who: "editor" },
  { path: "/redaktion?kind=duplicate", who: "editor" },
  { path: "/redaktion/eintraege/{entry}", who: "editor" },
  { path: "/redaktion/eintraege/{entry}/verlauf", who: "editor" },
  { path: "/redaktion/eintraege/{entry}/zahlen", who: "editor" },
  { path: "/redaktion/vorschlaege/{suggestion}", who: "editor" },
  { path: "/redaktion/zusammenfuehren?{twins}", who: "editor" },
  { path: "/redaktion/lob-und-beschwerde", who: "editor" },
  { path: "/redaktion/lob-und-beschwerde/auswertung", who: "editor" },
  { path: "/redaktion/aktualitaet", who: "editor" },
  { path: "/redaktion/gesucht", who: "editor" },
  { path: "/verwaltung", who: "admin" },
  { path: "/verwaltung/einladen", who: "admin" },
  { path: "/verwaltung/konten/{account}", who: "admin" },
  { path: "/verwaltung/post", who: "admin" },
  { path: "/verwaltung/protokoll", who: "admin" },
  { path: "/verwaltung/fristen", who: "admin" },
  { path: "/api?f=html" },
  { path: "/api/docs" },
  { path: "/api/conformance?f=html" },
  { path: "/api/collections?f=html" },
  { path: "/api/collections/services?f=html" },
  { path: "/api/collections/services/queryables?f=html" },
  { path: "/api/collections/services/items?f=html&limit=5" },
  { path: "/api/collections/municipalities/items?f=html" },
];

/** Routes whose answer is read by nobody in this form, and pages that an audit cannot open; each with the reason. */
export const LEFT_OUT: readonly (readonly [route: string, reason: string])[] = [
  ["/wegweiser/*", "more steps of the same two kinds of page, of which one each is audited"],
  ["/_/*", "parts of pages, and what scripts fetch"],
  ["/api/*", "answers for programs; the pages about them are audited"],
  ["/robots.txt", "a file"],
  ["/sitemap.xml", "a file"],
  ["/sitemap/*", "files"],
  ["/sw.js", "a script"],
  ["/app.webmanifest", "a file"],
  ["/app-icon.svg", "a picture"],
  ["/liste.atom", "a feed"],
  ["/liste.pdf", "a PDF: axe reads none"],
  ["/angebote/*/merkblatt.pdf", "a PDF: axe reads none"],
  ["/angebote/*/karte.vcf", "a file"],
  ["/angebote/*/zeiten.ics", "a file"],
  ["/angebote/*/qr.svg", "a picture"],
  ["/angebote/*/bild.png", "a picture"],
  ["/konto/daten", "a file"],
  ["/mein/traeger/*/eintraege.xlsx", "a file"],
  ["/mein/traeger/*/eintraege.csv", "a file"],
  ["/redaktion/lob-und-beschwerde/auswertung.csv", "a file"],
  ["/redaktion/gesucht.csv", "a file"],
  ["/planung/gesucht.csv", "a file"],
  ["/anmelden/extern/zurueck", "leads on"],
  ["/anmelden/code", "in the middle of signing in: opened by the journeys of accounts"],
  ["/passwort/neu/*", "needs the link of a letter: the form is that of the account"],
  ["/einladung/*", "needs the link of a letter: the form is that of the account"],
  ["/bestaetigen/*", "needs the link of a letter: opened by the journeys of accounts"],
];
