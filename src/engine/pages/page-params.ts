/** What a part of a page's path can be set to. */
export type PageParamValue = string | number | bigint | boolean;

type Part<S extends string> = S extends `:${infer Name}*`
  ? { readonly [K in Name]: string }
  : S extends `:${infer Name}?`
    ? { readonly [K in Name]: string | undefined }
    : S extends `:${infer Name}`
      ? { readonly [K in Name]: string }
      : unknown;

type Parts<S extends string> = S extends `${infer First}/${infer Rest}` ? Part<First> & Parts<Rest> : Part<S>;

/**
 * What the path of a page holds: `"orders/:id"` gives `{ id: string }`, `:id?` may be undefined, `:rest*` is the rest
 * of the path with its slashes.
 */
export type PageParams<Path extends string> = string extends Path
  ? Readonly<Record<string, string | undefined>>
  : { readonly [K in keyof Parts<Path>]: Parts<Path>[K] };

type GivenPart<S extends string> = S extends `:${infer Name}${"*" | "?"}`
  ? { readonly [K in Name]?: PageParamValue | undefined }
  : S extends `:${infer Name}`
    ? { readonly [K in Name]: PageParamValue }
    : unknown;

type GivenParts<S extends string> = S extends `${infer First}/${infer Rest}` ? GivenPart<First> & GivenParts<Rest> : GivenPart<S>;

/** What a link to a page sets the parts of its path to. */
export type GivenParams<Path extends string> = string extends Path
  ? Readonly<Record<string, PageParamValue | undefined>>
  : { readonly [K in keyof GivenParts<Path>]: GivenParts<Path>[K] };

interface LinkParams<Path extends string> {
  /** What stands at the parts of the page's path that differ: `{ id: 42 }` for `orders/:id`. */
  params?: GivenParams<Path> | undefined;
}

/** The options of a link: they may be left out when the page's path holds nothing that must be said. */
export type LinkOptions<Path extends string, Options> =
  Record<never, never> extends GivenParams<Path> ? [options?: Options & LinkParams<Path>] : [options: Options & Required<LinkParams<Path>>];
