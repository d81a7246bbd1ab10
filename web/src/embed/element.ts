import { addresses, fixedHeight, heightFrom, isRefused, OBSERVED } from "./address";

const FILE = "/embed/sozial-atlas.js";
const NAME = "Sozialatlas";
/** Until the frame has told its height. */
const FIRST_HEIGHT = 480;

/** The page around may style the element itself; what is in it is out of reach of its styles. */
const RULES = [
  ":host { display: block; }",
  ":host([hidden]) { display: none; }",
  `div {
    overflow: hidden;
    border: var(--sozial-atlas-border, 1px solid #767b8f);
    border-radius: var(--sozial-atlas-radius, 8px);
  }`,
  "iframe { display: block; width: 100%; border: 0; }",
];

/** By the object model, not by a style element: the page around may forbid those. */
function styles(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  for (const [place, rule] of RULES.entries()) {
    sheet.insertRule(rule, place);
  }
  return sheet;
}

/** Where this script came from: of a module only the element in the page tells. */
function ownOrigin(): string {
  const current = document.currentScript;
  const scripts = current instanceof HTMLScriptElement ? [current] : [...document.scripts];
  const found = scripts.filter((script) => script.src !== "").map((script) => new URL(script.src));
  return found.find((address) => address.pathname.endsWith(FILE))?.origin ?? window.location.origin;
}

const ORIGIN = ownOrigin();
const SHEET = styles();

/** `<sozial-atlas>`: offers for help in a page of somebody else, in a frame of our own. */
class SozialAtlas extends HTMLElement {
  static readonly observedAttributes = OBSERVED;

  readonly #frame = document.createElement("iframe");
  readonly #link = document.createElement("a");
  /** Has the border, so that the frame is as high as its page. */
  readonly #box = document.createElement("div");
  readonly #inside: ShadowRoot;
  /** What the frame has told. */
  #height: number | null = null;
  /** The frame is about to load an address of ours, not one that somebody has followed in it. */
  #loads = false;

  readonly #hear = (event: MessageEvent): void => {
    const height = heightFrom(event, ORIGIN, this.#frame.contentWindow);
    if (height !== null) {
      this.#height = height;
      this.#fit();
    }
  };

  /** Without a frame: what the owner has written into the element, else a link to the same hits. */
  readonly #judge = (event: SecurityPolicyViolationEvent): void => {
    if (isRefused(event, ORIGIN)) {
      const slot = document.createElement("slot");
      slot.append(this.#link);
      this.#inside.replaceChildren(slot);
    }
  };

  readonly #loaded = (): void => {
    if (!this.#loads && this.getBoundingClientRect().top < 0) {
      // The next page of hits begins at the top, not where the link to it was.
      this.scrollIntoView({ block: "start" });
    }
    this.#loads = false;
  };

  /** Style sheets of the page around may come after this script. */
  readonly #show = (): void => {
    const title = this.getAttribute("title") ?? NAME;
    const accent = getComputedStyle(this).getPropertyValue("--sozial-atlas-accent");
    const { frame, list } = addresses(ORIGIN, (name) => this.getAttribute(name), accent);
    this.#link.href = list;
    this.#link.textContent = title;
    this.#frame.title = title;
    this.#fit();
    if (this.#frame.src !== frame) {
      this.#loads = true;
      this.#frame.src = frame;
    }
  };

  constructor() {
    super();
    this.#frame.loading = "lazy";
    this.#frame.referrerPolicy = "no-referrer";
    this.#frame.addEventListener("load", this.#loaded);
    this.#link.target = "_blank";
    this.#link.rel = "noopener";
    this.#inside = this.attachShadow({ mode: "open", delegatesFocus: true });
    this.#inside.adoptedStyleSheets = [SHEET];
  }

  connectedCallback(): void {
    window.addEventListener("message", this.#hear);
    document.addEventListener("securitypolicyviolation", this.#judge);
    if (document.readyState !== "complete") {
      window.addEventListener("load", this.#show, { once: true });
    }
    this.#loads = true;
    this.#show();
    // With its address: an empty frame would load twice.
    this.#box.append(this.#frame);
    this.#inside.replaceChildren(this.#box);
  }

  disconnectedCallback(): void {
    window.removeEventListener("message", this.#hear);
    window.removeEventListener("load", this.#show);
    document.removeEventListener("securitypolicyviolation", this.#judge);
  }

  attributeChangedCallback(): void {
    if (this.isConnected) {
      this.#show();
    }
  }

  #fit(): void {
    const height = fixedHeight(this.getAttribute("height")) ?? this.#height ?? FIRST_HEIGHT;
    this.#frame.style.height = `${height}px`;
  }
}

if (customElements.get("sozial-atlas") === undefined) {
  customElements.define("sozial-atlas", SozialAtlas);
}
