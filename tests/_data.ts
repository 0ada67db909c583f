/** Where the outside data lies: `ALIDADE_DATA`, else the folder `shared/data` beside the project. */
export const DATA = Deno.env.get("ALIDADE_DATA") ??
  new URL("../../shared/data", import.meta.url).pathname;

/**
 * A test on outside data; it counts as skipped, and says which public set is missing, where the
 * data is not there.
 */
export function conformance(
  name: string,
  needs: { path: string; published: string },
  run: (path: string) => void | Promise<void>,
): void {
  const path = `${DATA}/${needs.path}`;
  const missing = !exists(path);
  if (missing) {
    console.error(`skipped ${name}: no ${path}; the set is published at ${needs.published}`);
  }
  Deno.test({ name, ignore: missing, fn: () => run(path) });
}

function exists(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch {
    return false;
  }
}
