import asc from "npm:assemblyscript@0.28.20/asc";

/**
 * Compiles a WebAssembly kernel from AssemblyScript; what it imports stands beside it.
 *
 * @param source where its text is, `x.as`
 * @param flags options of the compiler beside those of every kernel
 * @throws Error when it does not compile
 */
export async function assemble(source: URL, flags: readonly string[] = []): Promise<Uint8Array> {
  let binary = new Uint8Array();
  const common = ["-O3", "--noAssert", "--enable", "simd", "--runtime", "stub", "--use", "abort="];
  const [, name] = source.pathname.match(/([^/]+)\.as$/)!;
  const options = [`${name}.ts`, ...common, ...flags, "-o", "kernel.wasm"];
  const { error, stderr } = await asc.main(options, {
    readFile: (file: string) => readKernel(new URL(file.replace(/\.ts$/, ".as"), source)),
    writeFile: (name: string, data: Uint8Array | string) => {
      if (name === "kernel.wasm") binary = new Uint8Array(data as Uint8Array);
    },
    listFiles: () => [],
  });
  if (error !== null) throw new Error(`Cannot compile ${source.pathname}: ${stderr}`);
  return binary;
}

/** The text of a file; null where there is none, for the compiler looks in several places. */
async function readKernel(file: URL): Promise<string | null> {
  try {
    return await Deno.readTextFile(file);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}
