import { engineTests, packageMissing, programMissing, PYTHON, SCALE } from "./_engine.ts";

engineTests({
  name: "Ray Data",
  missing: packageMissing("ray.data") ?? programMissing("ps"),
  command: [PYTHON, `${SCALE}ray_data.py`],
  hasWorkers: true,
});
