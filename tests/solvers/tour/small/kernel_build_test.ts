import { assert } from "../../../_assert.ts";
import { buildKernel } from "../../../../builds/tour_kernel.ts";
import { BATCH_KERNEL } from "../../../../solvers/tour/small/_batch_kernel_base64.ts";

Deno.test("the kernel's build is that of its source", async () => {
  const binary = await buildKernel();
  assert(
    binary.toBase64() === BATCH_KERNEL,
    "renew it: deno run -A builds/tour_kernel.ts",
  );
});
