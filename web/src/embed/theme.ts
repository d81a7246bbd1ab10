/** Takes the media rules of a colour scheme as always or never true. */
function decide(rules: CSSRuleList, dark: boolean): void {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) {
      const scheme = /prefers-color-scheme:\s*(dark|light)/.exec(rule.media.mediaText)?.[1];
      if (scheme !== undefined) {
        rule.media.mediaText = (scheme === "dark") === dark ? "all" : "not all";
      }
    }
    if ("cssRules" in rule) {
      decide(rule.cssRules as CSSRuleList, dark);
    }
  }
}

/** Makes the page light or dark, whatever the device prefers: the owner of the page around has chosen. */
export function forceScheme(page: Document, scheme: string): void {
  if (scheme !== "light" && scheme !== "dark") {
    return;
  }
  for (const sheet of page.styleSheets) {
    decide(sheet.cssRules, scheme === "dark");
  }
  page.documentElement.style.colorScheme = scheme;
}
