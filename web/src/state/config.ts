import { createMessages, type Messages } from "../i18n/messages";
import type { Bounds } from "./query";

/** How a theme looks: never colour alone. */
export interface Theme {
  readonly label: string;
  readonly color: string;
  readonly shape: string;
  readonly icon: string;
}

/** Streets on the map: pictures, or a file of vector tiles that is read in ranges. */
export interface Streets {
  readonly kind: "pictures" | "archive";
  readonly address: string;
  /** Beyond it there are none. */
  readonly bounds: Bounds;
  readonly maxZoom: number;
  readonly attribution: string;
  readonly attributionUrl?: string;
}

/** What the server tells every page's scripts. */
export interface AppConfig {
  readonly bounds: Bounds;
  readonly backdrop: string;
  readonly features: string;
  /** What stands before the path of every page in the page's language: "" or "/en". */
  readonly prefix: string;
  /** The page's language for numbers, plural forms and order (BCP 47). */
  readonly locale: string;
  readonly sprite: string;
  readonly themes: Readonly<Record<string, Theme>>;
  readonly categories: Readonly<Record<string, { readonly label: string; readonly theme: string }>>;
  readonly messages: Messages;
  /** Absent where the operator has none. */
  readonly streets?: Streets;
}

interface RawConfig extends Omit<AppConfig, "messages"> {
  readonly messages: Readonly<Record<string, string>>;
}

/** Reads the data block `#app-config`; null where the page has none or it is no JSON. */
export function readConfig(page: Document): AppConfig | null {
  const block = page.getElementById("app-config")?.textContent;
  if (!block) {
    return null;
  }
  try {
    const raw = JSON.parse(block) as RawConfig;
    return { ...raw, messages: createMessages(raw.messages, raw.locale) };
  } catch {
    return null;
  }
}
