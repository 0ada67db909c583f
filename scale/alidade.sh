#!/bin/sh
# The command line of this copy of Alidade, from any folder: deno where there is one, else by npx.
main=$(cd "$(dirname "$0")/.." && pwd)/cli/main.ts
deno=deno
command -v deno >/dev/null || deno="npx -y deno@2.9.6"
exec $deno run -q --no-check --allow-read --allow-write --allow-env "$main" "$@"
