interface ModuleInfo {
  readonly modules: readonly {
    readonly specifier: string;
    readonly dependencies?: readonly {
      readonly specifier: string;
      readonly isDynamic?: boolean;
      readonly code?: { readonly specifier?: string };
    }[];
  }[];
}

/** The npm packages that are loaded at once, without those behind an `import()`. */
export async function packagesOf(entrypoint: URL): Promise<string[]> {
  const command = new Deno.Command(Deno.execPath(), { args: ["info", "--json", entrypoint.href] });
  const { stdout } = await command.output();
  const { modules } = JSON.parse(new TextDecoder().decode(stdout)) as ModuleInfo;
  const bySpecifier = new Map(modules.map((module) => [module.specifier, module]));
  const names = new Set<string>();
  const seen = new Set<string>();
  const visit = (specifier: string) => {
    if (seen.has(specifier)) return;
    seen.add(specifier);
    for (const { isDynamic, code } of bySpecifier.get(specifier)?.dependencies ?? []) {
      const target = code?.specifier;
      if (isDynamic === true || target === undefined) continue;
      const name = /^npm:\/?((?:@[^/]+\/)?[^@/]+)/.exec(target)?.[1];
      if (name !== undefined) names.add(name);
      else visit(target);
    }
  };
  visit(entrypoint.href);
  return [...names].sort();
}
