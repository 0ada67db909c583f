/** How a reply may stand. */
export const MARKS = ["right", "wrong", "unread", "empty"] as const;
