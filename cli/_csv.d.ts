// The part of @std/csv that the commands use: the npm build of the standard library has no types.

export declare function parse(
  text: string,
  options?: { readonly separator?: string },
): readonly (readonly string[])[];
