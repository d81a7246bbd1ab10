import { fixedHeight, frameAddress, heightFrom, OBSERVED } from "./address";

const FILE = "/embed/sozial-atlas.js";
const NAME = "Sozialatlas";
/** Until the frame has told its height. */
const FIRST_HEIGHT = 480;

/** Where this script came from: of a module only the element in the page tells. */
function ownOrigin(): string {
  const current = document.currentScript;
  const scripts = current instanceof HTMLScriptElement ? [current] : [...document.scripts];
  const addresses = scripts.filter((script) => script.src !== "").map((script) => new URL(script.src));
  return addresses.find((address) => address.pathname.endsWith(FILE))?.origin ?? window.location.origin;
}

const ORIGIN = ownOrigin();

/** `<sozial-atlas>`: offers for help in a page of somebody else, in a frame of our own. */
class SozialAtlas extends HTMLElement {
  static readonly observedAttributes = OBSERVED;

  readonly #frame = document.createElement("iframe");
  readonly #hear = (event: MessageEvent): void => {
    const height = heightFrom(event, ORIGIN, this.#frame.contentWindow);
    if (height !== null && fixedHeight(this.getAttribute("height")) === null) {
      this.#frame.style.height = `${height}px`;
    }
  };

  constructor() {
    super();
    const frame = this.#frame;
    frame.loading = "lazy";
    frame.referrerPolicy = "no-referrer";
    const { style } = frame;
    // By the object model, not by a style element: the page around may forbid those.
    style.display = "block";
    style.width = "100%";
    style.boxSizing = "border-box";
    style.border = "var(--sozial-atlas-border, 1px solid #767b8f)";
    style.borderRadius = "var(--sozial-atlas-radius, 8px)";
    style.height = `${FIRST_HEIGHT}px`;
    const wrap = document.createElement("div");
    wrap.append(frame);
    this.attachShadow({ mode: "open", delegatesFocus: true }).append(wrap);
  }

  connectedCallback(): void {
    if (this.style.display === "") {
      this.style.display = "block";
    }
    window.addEventListener("message", this.#hear);
    this.#show();
  }

  disconnectedCallback(): void {
    window.removeEventListener("message", this.#hear);
  }

  attributeChangedCallback(): void {
    if (this.isConnected) {
      this.#show();
    }
  }

  #show(): void {
    const frame = this.#frame;
    frame.title = this.getAttribute("title") ?? NAME;
    const height = fixedHeight(this.getAttribute("height"));
    if (height !== null) {
      frame.style.height = `${height}px`;
    }
    const accent = getComputedStyle(this).getPropertyValue("--sozial-atlas-accent");
    const address = frameAddress(ORIGIN, (name) => this.getAttribute(name), accent);
    if (frame.src !== address) {
      frame.src = address;
    }
  }
}

if (customElements.get("sozial-atlas") === undefined) {
  customElements.define("sozial-atlas", SozialAtlas);
}
