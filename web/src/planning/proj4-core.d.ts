// The library's types describe only its whole; we take its core and the one projection we need.
declare module "proj4/lib/core.js" {
  interface Converter {
    forward(point: [number, number]): [number, number];
    inverse(point: [number, number]): [number, number];
  }
  interface Proj4 {
    (definition: string): Converter;
    readonly Proj: { readonly projections: { add(projection: unknown): void } };
  }
  const proj4: Proj4;
  export default proj4;
}

declare module "proj4/lib/projections/laea.js" {
  const projection: { readonly names: readonly string[] };
  export default projection;
}

declare module "proj4/lib/Proj.js" {
  const Proj: { readonly projections: { add(projection: unknown): void; start(): void } };
  export default Proj;
}
