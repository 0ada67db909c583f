import { assemble } from "../../solvers/_assemble.ts";

const SOURCE = new URL("board_kernel.as", import.meta.url);
const TARGET = new URL("_board_kernel_base64.ts", import.meta.url);

/** Compiles the kernel; used by its test, and by `deno run -A` on this file to renew the build. */
export function buildBoardKernel(): Promise<Uint8Array> {
  return assemble(SOURCE, ["--importMemory"]);
}

/** The module that holds the build. */
function kernelModule(binary: Uint8Array): string {
  return `/** The build of board_kernel.as by _build_board_kernel.ts. */
export const BOARD_KERNEL =
  "${binary.toBase64()}";
`;
}

if (import.meta.main) await Deno.writeTextFile(TARGET, kernelModule(await buildBoardKernel()));
