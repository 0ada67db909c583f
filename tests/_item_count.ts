/** How many items of each kind a test looks at: so many, unless `ALIDADE_ITEMS` asks for others. */
export function itemCount(usual: number): number {
  return Number(Deno.env.get("ALIDADE_ITEMS") ?? usual);
}
