import asc from "assemblyscript/asc";

/**
 * Compiles a WebAssembly kernel from AssemblyScript.
 *
 * @param source where its text is
 * @param flags options of the compiler beside those of every kernel
 * @throws Error when it does not compile
 */
export async function assemble(source: URL, flags: readonly string[] = []): Promise<Uint8Array> {
  const text = await Deno.readTextFile(source);
  let binary = new Uint8Array();
  const common = ["-O3", "--noAssert", "--enable", "simd", "--runtime", "stub", "--use", "abort="];
  const options = ["kernel.ts", ...common, ...flags, "-o", "kernel.wasm"];
  const { error, stderr } = await asc.main(options, {
    readFile: (name: string) => name === "kernel.ts" ? text : null,
    writeFile: (name: string, data: Uint8Array | string) => {
      if (name === "kernel.wasm") binary = new Uint8Array(data as Uint8Array);
    },
    listFiles: () => [],
  });
  if (error !== null) throw new Error(`Cannot compile ${source.pathname}: ${stderr}`);
  return binary;
}
