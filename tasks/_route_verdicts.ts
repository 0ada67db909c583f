/** What can be true of a route that is given: a shortest way, a longer one, or no way at all. */
export const ROUTE_VERDICTS = ["shortest", "longer", "none"] as const;

/** One of {@link ROUTE_VERDICTS}. */
export type RouteVerdict = typeof ROUTE_VERDICTS[number];
