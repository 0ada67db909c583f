import { main } from "./mod.ts";

if (import.meta.main) Deno.exitCode = await main(Deno.args);
