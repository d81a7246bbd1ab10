import { areaY, axisX, axisY, gridY, lineY, plot, rectY, ruleX, ruleY, text } from "@observablehq/plot";
import { cutAt, readBars, readLorenz } from "./chart-data";
import type { Plan } from "./plan";

const HEIGHT_PX = 260;
/** Least change of the width that is worth drawing again. */
const WIDTH_STEP_PX = 4;

/** What both diagrams have in common. */
interface Frame {
  readonly width: number;
  readonly label: string;
  readonly xLabel: string;
  readonly yLabel: string;
}

/** The two diagrams, drawn from the tables beside them; colours are tokens, so they follow the theme. */
export class Charts {
  readonly #observer: ResizeObserver;
  readonly #language = document.documentElement.lang || "de";
  #widths = new WeakMap<Element, number>();

  constructor(plan: Plan) {
    this.#observer = new ResizeObserver((entries) => {
      for (const { target, contentRect } of entries) {
        if (Math.abs((this.#widths.get(target) ?? 0) - contentRect.width) >= WIDTH_STEP_PX) {
          this.#draw(target as HTMLElement, contentRect.width);
        }
      }
    });
    // The tables under the diagrams can be unfolded; without scripts they stand open.
    for (const table of document.querySelectorAll<HTMLDetailsElement>("figure + details")) {
      table.open = false;
    }
    this.#watch();
    plan.page.subscribe(() => this.#watch());
  }

  #watch(): void {
    this.#observer.disconnect();
    this.#widths = new WeakMap();
    for (const id of ["diagramm-verteilung", "diagramm-lorenz"]) {
      const figure = document.getElementById(id);
      if (figure !== null) {
        this.#observer.observe(figure);
      }
    }
  }

  #draw(figure: HTMLElement, width: number): void {
    if (width < 1) {
      return;
    }
    this.#widths.set(figure, width);
    const { label, xLabel, yLabel } = figure.dataset;
    const frame: Frame = {
      width,
      label: label ?? figure.querySelector("figcaption")?.textContent?.trim() ?? "",
      xLabel: xLabel ?? "",
      yLabel: yLabel ?? "",
    };
    const drawn = figure.id === "diagramm-lorenz" ? this.#lorenz(frame) : this.#histogram(frame);
    figure.querySelector(".plan-plot")?.remove();
    if (drawn !== null) {
      // The library's own style element would be refused by our policy; styles/planning-tools.css holds those rules.
      for (const style of drawn.querySelectorAll("style")) {
        style.remove();
      }
      // The whole has a name; its parts are no elements that may have one.
      for (const part of drawn.querySelectorAll("[aria-label], [aria-description]")) {
        part.removeAttribute("aria-label");
        part.removeAttribute("aria-description");
      }
      drawn.setAttribute("role", "img");
      figure.prepend(drawn);
    }
  }

  #histogram(frame: Frame): SVGSVGElement | HTMLElement | null {
    const bars = readBars(rowsOf("verteilung"));
    const result = document.getElementById("planung-ergebnis");
    const threshold = Number(result?.dataset["maxDistanceM"]) / 1000;
    if (bars.length === 0) {
      return null;
    }
    const numbers = new Intl.NumberFormat(this.#language);
    const lengths = new Intl.NumberFormat(this.#language, { style: "unit", unit: "kilometer" });
    const served = (bar: { readonly toKm: number }): boolean => bar.toKm <= threshold;
    const edge = Number.isFinite(threshold) ? [threshold] : [];
    return plot({
      ...this.#common(frame),
      marginLeft: 62,
      x: { label: frame.xLabel },
      y: { label: frame.yLabel, grid: false },
      marks: [
        gridY({ className: "plan-plot__grid" }),
        axisX({ label: frame.xLabel, tickFormat: (km: number) => lengths.format(km) }),
        axisY({ label: frame.yLabel, tickFormat: (people: number) => numbers.format(people) }),
        rectY(cutAt(bars, threshold), {
          x1: "fromKm",
          x2: "toKm",
          y: "people",
          fill: (bar) => (served(bar) ? "var(--plan-bar-served)" : "var(--plan-bar-unserved)"),
          insetLeft: 0.5,
          insetRight: 0.5,
        }),
        ruleY([0], { stroke: "currentColor" }),
        ruleX(edge, { stroke: "currentColor", strokeWidth: 2, strokeDasharray: "5 3" }),
        text(edge, {
          x: (km) => km,
          frameAnchor: "top",
          dy: -14,
          text: (km: number) => lengths.format(km),
          className: "plan-plot__mark",
        }),
      ],
    });
  }

  #lorenz(frame: Frame): SVGSVGElement | HTMLElement | null {
    const points = readLorenz(rowsOf("lorenz"));
    if (points.length < 2) {
      return null;
    }
    const percent = new Intl.NumberFormat(this.#language, { style: "percent" });
    const ends = [
      { share: 0, distance: 0 },
      { share: 1, distance: 1 },
    ];
    return plot({
      ...this.#common(frame),
      marginLeft: 62,
      x: { domain: [0, 1] },
      y: { domain: [0, 1], grid: false },
      marks: [
        gridY({ className: "plan-plot__grid" }),
        axisX({ label: frame.xLabel, ticks: 5, tickFormat: (part: number) => percent.format(part) }),
        axisY({ label: frame.yLabel, ticks: 5, tickFormat: (part: number) => percent.format(part) }),
        areaY(points, {
          x: "share",
          y1: "distance",
          y2: "share",
          fill: "var(--plan-bar-unserved)",
          fillOpacity: 0.25,
        }),
        lineY(ends, { x: "share", y: "distance", stroke: "currentColor", strokeDasharray: "5 3" }),
        lineY(points, { x: "share", y: "distance", stroke: "var(--plan-bar-unserved)", strokeWidth: 2.5 }),
      ],
    });
  }

  #common({ width, label }: Frame) {
    return {
      className: "plan-plot",
      width,
      height: HEIGHT_PX,
      marginTop: 34,
      marginBottom: 44,
      ariaLabel: label,
      style: { background: "none", color: "var(--ink)", fontSize: "13px", overflow: "visible" },
    };
  }
}

/** The data attributes of the rows of a table. */
function rowsOf(id: string): DOMStringMap[] {
  return [...document.querySelectorAll<HTMLElement>(`#${id} tbody tr`)].map((row) => row.dataset);
}
