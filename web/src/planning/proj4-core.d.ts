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

  export { proj4 as default };
}

declare module "proj4/lib/projections/laea.js" {
  const projection: { readonly names: readonly string[] };

  export { projection as default };
}

declare module "proj4/lib/Proj.js" {
  const Proj: { readonly projections: { add(projection: unknown): void; start(): void } };

  export { Proj as default };
}
