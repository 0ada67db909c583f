import { engineTests, packageMissing, PYTHON, SCALE } from "./_engine.ts";

engineTests({
  name: "Ray Data",
  missing: packageMissing("ray.data"),
  command: [PYTHON, `${SCALE}ray_data.py`],
});
