import { engineTests, programMissing, SCALE } from "./_engine.ts";

engineTests({
  name: "GNU parallel",
  missing: programMissing("parallel"),
  command: [`${SCALE}parallel.sh`],
});
