/** Which end of an order of distances is asked: the least one or the greatest. */
export type Extreme = "nearest" | "farthest";
