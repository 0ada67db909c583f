import { engineTests, packageMissing, programMissing, PYTHON, SCALE } from "./_engine.ts";

engineTests({
  name: "Spark",
  missing: packageMissing("pyspark") ?? programMissing("java", "ps"),
  command: [PYTHON, `${SCALE}spark.py`],
  hasWorkers: true,
});
