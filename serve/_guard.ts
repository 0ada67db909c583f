import { Problem } from "./problem.ts";

/** Who may ask. */
export interface Guards {
  /** Names that the Host header may have, without a port. */
  readonly hosts: readonly string[];
  /** Origins of pages that may ask, beside those served from the same place. */
  readonly origins: readonly string[];
  /** The secret that a request must bear; null for none. */
  readonly token: string | null;
}

/** By which name and origin a request came. */
export interface Address {
  /** The name without the port. */
  readonly host: string;
  /** Scheme, name and port. */
  readonly origin: string;
}

/**
 * Refuses requests that come by another name, from a page of another origin, or without the secret:
 * a page that a user happens to look at must not reach a server on the user's machine.
 */
export function guard(
  request: Request,
  { host, origin: own, path }: Address & { path: string },
  { hosts, origins, token }: Guards,
): void {
  if (!hosts.includes(host)) {
    throw new Problem(421, `Cannot answer for ${host}, must be one of ${hosts.join(", ")}`);
  }
  const origin = request.headers.get("origin");
  if (origin !== null && origin !== own && !origins.includes(origin)) {
    throw new Problem(403, "Cannot answer a page of another origin, must be one that is allowed");
  }
  if (token === null || path === "/healthz") return;
  const said = /^Bearer (\S+)$/.exec(request.headers.get("authorization") ?? "")?.[1];
  if (said !== undefined && isSame(said, token)) return;
  throw new Problem(401, "Cannot answer without the token, must bear it as Authorization: Bearer", {
    "www-authenticate": "Bearer",
  });
}

/** Compares in a time that depends on the length alone. */
function isSame(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < b.length; i++) difference |= a.charCodeAt(i % a.length) ^ b.charCodeAt(i);
  return difference === 0;
}
