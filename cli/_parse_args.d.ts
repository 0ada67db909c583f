// The part of @std/cli that the commands use: the npm build of the standard library has no types.

export interface ParseOptions {
  readonly string?: readonly string[];
  readonly boolean?: readonly string[];
  readonly collect?: readonly string[];
  readonly unknown?: (arg: string, key?: string, value?: unknown) => unknown;
}

export interface Args {
  readonly _: readonly (string | number)[];
  readonly [name: string]: unknown;
}

export declare function parseArgs(args: readonly string[], options?: ParseOptions): Args;
