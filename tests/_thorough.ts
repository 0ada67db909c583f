/** Whether the thorough versions of tests are asked for: `ALIDADE_THOROUGH=1`, as `.ci/thorough` does. */
export const THOROUGH: boolean = Deno.env.get("ALIDADE_THOROUGH") === "1";
