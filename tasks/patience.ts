/**
 * How many draws in a row may fail before a set of knobs is said to leave no room: of instances, of
 * maps for one, and of what is placed on a map.
 */
export const PATIENCE = { instances: 10_000, maps: 4000, places: 1000 } as const;
