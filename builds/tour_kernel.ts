import { assemble } from "./_assemble.ts";

const FOLDER = new URL("../solvers/tour/small/", import.meta.url);
const SOURCE = new URL("batch_kernel.as", FOLDER);
const TARGET = new URL("_batch_kernel_base64.ts", FOLDER);

/** Compiles the kernel; used by its test, and by `deno run -A` on this file to renew the build. */
export function buildKernel(): Promise<Uint8Array> {
  return assemble(SOURCE);
}

/** The module that holds the build. */
function kernelModule(binary: Uint8Array): string {
  return `/** The build of batch_kernel.as by builds/tour_kernel.ts. */
export const BATCH_KERNEL =
  "${binary.toBase64()}";
`;
}

if (import.meta.main) await Deno.writeTextFile(TARGET, kernelModule(await buildKernel()));
