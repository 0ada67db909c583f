import asc from "assemblyscript/asc";

const SOURCE = new URL("batch_kernel.as", import.meta.url);
const TARGET = new URL("_batch_kernel_base64.ts", import.meta.url);

/** Compiles the kernel; used by its test, and by `deno run -A` on this file to renew the build. */
export async function buildKernel(): Promise<Uint8Array> {
  const source = await Deno.readTextFile(SOURCE);
  let binary = new Uint8Array();
  const options = ["-O3", "--noAssert", "--enable", "simd", "--runtime", "stub", "--use", "abort="];
  const { error, stderr } = await asc.main(["kernel.ts", ...options, "-o", "kernel.wasm"], {
    readFile: (name: string) => name === "kernel.ts" ? source : null,
    writeFile: (name: string, data: Uint8Array | string) => {
      if (name === "kernel.wasm") binary = new Uint8Array(data as Uint8Array);
    },
    listFiles: () => [],
  });
  if (error !== null) throw new Error(`Cannot compile ${SOURCE.pathname}: ${stderr}`);
  return binary;
}

/** The module that holds the build. */
export function kernelModule(binary: Uint8Array): string {
  return `/** The build of batch_kernel.as by _build_kernel.ts. */
export const BATCH_KERNEL =
  "${binary.toBase64()}";
`;
}

if (import.meta.main) await Deno.writeTextFile(TARGET, kernelModule(await buildKernel()));
