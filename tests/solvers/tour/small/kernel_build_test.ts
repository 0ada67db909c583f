import { assert } from "../../../_assert.ts";
import { buildKernel } from "../../../../builds/tour_kernel.ts";
import { BATCH_KERNEL } from "../../../../solvers/tour/small/_batch_kernel_base64.ts";
import { SUBSET_KERNEL } from "../../../../solvers/tour/small/_subset_kernel_base64.ts";

Deno.test("the kernels' builds are those of their sources", async () => {
  const renew = "renew it: deno run -A builds/tour_kernel.ts";
  assert((await buildKernel("batch_kernel.as")).toBase64() === BATCH_KERNEL, renew);
  assert((await buildKernel("subset_kernel.as")).toBase64() === SUBSET_KERNEL, renew);
});
