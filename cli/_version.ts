/** The version of the package, as deno.json has it; a test holds both together. */
export const VERSION = "0.2.0";
