import { assemble } from "./_assemble.ts";

const FOLDER = new URL("../tasks/sampling/", import.meta.url);

/** The kernels that draw rows: the name of each, and of the constant that holds its build. */
export const ROW_KERNELS = [
  ["board_kernel", "BOARD_KERNEL"],
  ["point_kernel", "POINT_KERNEL"],
  ["scatter_kernel", "SCATTER_KERNEL"],
] as const;

/** Compiles a kernel; used by its test, and by `deno run -A` on this file to renew the builds. */
export function buildRowKernel(name: string): Promise<Uint8Array> {
  return assemble(new URL(`${name}.as`, FOLDER), ["--importMemory"]);
}

if (import.meta.main) {
  for (const [name, constant] of ROW_KERNELS) {
    const build = (await buildRowKernel(name)).toBase64();
    await Deno.writeTextFile(
      new URL(`_${name}_base64.ts`, FOLDER),
      `/** The build of ${name}.as by builds/row_kernels.ts. */\n` +
        `export const ${constant} =\n  "${build}";\n`,
    );
  }
}
