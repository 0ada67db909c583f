import fc from "npm:fast-check@4.10.2";

/** One seed for every property test, so that CI sees the same cases each time; 0 is a seed too. */
fc.configureGlobal({ seed: Number(Deno.env.get("ALIDADE_SEED") ?? 20261121) });

export default fc;
