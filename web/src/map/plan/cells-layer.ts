import { colour, type RasterView, rasterise } from "../../planning/cell-raster";
import type { CellShapes } from "../../planning/cell-shapes";
import { L } from "../leaflet";
import type { PlanColours } from "./colours";

/** The part of the view drawn beyond each edge, so that a short move shows no gap. */
const PADDING = 0.15;
const PANE = "cells";

/** What the layer draws. */
export interface DrawnCells {
  readonly shapes: CellShapes;
  readonly classes: Uint8Array;
  readonly flags: Uint8Array;
}

/** Leaflet's own way to place an overlay while it zooms; its types do not tell. */
interface ZoomingMap {
  _latLngBoundsToNewLayerBounds(bounds: L.LatLngBounds, zoom: number, center: L.LatLng): L.Bounds;
}

/** The population cells on one canvas. */
export class CellsLayer extends L.Layer {
  readonly #canvas = document.createElement("canvas");
  #drawn: DrawnCells | null = null;
  #colours: PlanColours;
  #bounds: L.LatLngBounds | null = null;
  #frame = 0;

  constructor(colours: PlanColours) {
    super();
    this.#colours = colours;
    this.#canvas.className = "plan-cells leaflet-zoom-animated";
    // The tables say the same in words.
    this.#canvas.setAttribute("aria-hidden", "true");
  }

  override onAdd(map: L.Map): this {
    const pane = map.getPane(PANE) ?? map.createPane(PANE);
    pane.style.zIndex = "250";
    pane.style.pointerEvents = "none";
    pane.append(this.#canvas);
    map.on("moveend viewreset resize", this.#schedule, this);
    map.on("zoomanim", this.#animate, this);
    this.#schedule();
    return this;
  }

  override onRemove(map: L.Map): this {
    map.off("moveend viewreset resize", this.#schedule, this);
    map.off("zoomanim", this.#animate, this);
    window.cancelAnimationFrame(this.#frame);
    this.#canvas.remove();
    return this;
  }

  /** Shows other cells, or none. */
  show(cells: DrawnCells | null): void {
    this.#drawn = cells;
    this.#schedule();
  }

  recolour(colours: PlanColours): void {
    this.#colours = colours;
    this.#schedule();
  }

  #schedule(): void {
    window.cancelAnimationFrame(this.#frame);
    this.#frame = window.requestAnimationFrame(() => this.#draw());
  }

  #animate(event: L.LeafletEvent): void {
    if (this.#bounds !== null) {
      const { zoom, center } = event as L.ZoomAnimEvent;
      const scale = this._map.getZoomScale(zoom);
      const moving = this._map as unknown as ZoomingMap;
      const { min } = moving._latLngBoundsToNewLayerBounds(this.#bounds, zoom, center);
      L.DomUtil.setTransform(this.#canvas, min as L.Point, scale);
    }
  }

  #draw(): void {
    const map = this._map;
    const size = map.getSize();
    if (size.x === 0 || size.y === 0) {
      return;
    }
    const margin = size.multiplyBy(PADDING).round();
    const upperLeft = map.containerPointToLayerPoint(L.point(0, 0).subtract(margin));
    const box = size.add(margin.multiplyBy(2));
    L.DomUtil.setPosition(this.#canvas, upperLeft);
    this.#bounds = L.latLngBounds(
      map.layerPointToLatLng(upperLeft),
      map.layerPointToLatLng(upperLeft.add(box)),
    );
    this.#canvas.style.width = `${box.x}px`;
    this.#canvas.style.height = `${box.y}px`;
    const world = upperLeft.add(map.getPixelOrigin());
    paintCells(this.#canvas, this.#drawn, this.#colours, {
      left: world.x,
      top: world.y,
      width: box.x,
      height: box.y,
      zoom: map.getZoom(),
      density: window.devicePixelRatio || 1,
    });
  }
}

/** A part of the world in pixels of the layout at a zoom. */
export interface WorldBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
  readonly density: number;
}

/** Draws cells on a canvas of their own. */
export function paintCells(
  canvas: HTMLCanvasElement,
  cells: DrawnCells | null,
  colours: PlanColours,
  box: WorldBox,
): void {
  const view: RasterView = {
    worldPx: 256 * 2 ** box.zoom * box.density,
    left: box.left * box.density,
    top: box.top * box.density,
    width: Math.round(box.width * box.density),
    height: Math.round(box.height * box.density),
    density: box.density,
  };
  canvas.width = view.width;
  canvas.height = view.height;
  const context = canvas.getContext("2d");
  if (context === null || cells === null) {
    return;
  }
  const marks = rasterise(cells.shapes, cells.classes, cells.flags, view);
  const pixels = colour(marks, view, colours.cells);
  const image = new ImageData(new Uint8ClampedArray(pixels.buffer as ArrayBuffer), view.width, view.height);
  context.putImageData(image, 0, 0);
}
