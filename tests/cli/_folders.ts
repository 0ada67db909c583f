import { createHash } from "node:crypto";

/** Runs something with a folder of its own, which is then removed. */
export async function withFolder(use: (path: string) => Promise<void>): Promise<void> {
  const path = await Deno.makeTempDir();
  try {
    await use(path);
  } finally {
    await Deno.remove(path, { recursive: true });
  }
}

/** Every file below a folder, with a digest of its bytes. */
export function digests(root: string, below = ""): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { name, isDirectory } of Deno.readDirSync(`${root}/${below}`)) {
    if (isDirectory) Object.assign(found, digests(root, `${below}${name}/`));
    else found[below + name] = digest(Deno.readFileSync(`${root}/${below}${name}`));
  }
  return found;
}

/** The SHA-256 of some bytes. */
export function digest(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
