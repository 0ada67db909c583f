import { assemble } from "./_assemble.ts";

const FOLDER = new URL("../solvers/tour/small/", import.meta.url);

/** The kernels of small tours: the source, the module of its build, and what that exports. */
export const TOUR_KERNELS = [
  { source: "batch_kernel.as", target: "_batch_kernel_base64.ts", name: "BATCH_KERNEL" },
  { source: "subset_kernel.as", target: "_subset_kernel_base64.ts", name: "SUBSET_KERNEL" },
] as const;

/** Compiles a kernel; used by its test, and by `deno run -A` on this file to renew the builds. */
export function buildKernel(source: string): Promise<Uint8Array> {
  return assemble(new URL(source, FOLDER));
}

/** The module that holds a build. */
function kernelModule(source: string, name: string, binary: Uint8Array): string {
  return `/** The build of ${source} by builds/tour_kernel.ts. */
export const ${name} =
  "${binary.toBase64()}";
`;
}

if (import.meta.main) {
  for (const { source, target, name } of TOUR_KERNELS) {
    const text = kernelModule(source, name, await buildKernel(source));
    await Deno.writeTextFile(new URL(target, FOLDER), text);
  }
}
