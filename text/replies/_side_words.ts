/** Phrases between bars. */
export const list = (text: string): readonly string[] => text.split("|").map((p) => p.trim());

export const UP: readonly string[] = list(
  "top|up|upper|above|upward|upwards|topmost|uppermost|north|northern|northward|northwards|overhead|" +
    "oben|oberhalb|obere|oberen|oberer|oberes|hoch|rauf|hinauf|aufwärts|darüber|nord|norden|nördlich|" +
    "上|北|↑",
);
export const DOWN: readonly string[] = list(
  "bottom|down|lower|below|downward|downwards|beneath|underneath|under|south|southern|southward|" +
    "southwards|unten|unterhalb|untere|unteren|unterer|unteres|runter|hinab|hinunter|abwärts|darunter|" +
    "süd|süden|südlich|下|南|↓",
);
export const LEFT: readonly string[] = list(
  "left|leftward|leftwards|left-hand|leftmost|west|western|westward|westwards|links|linke|linken|" +
    "linker|linkes|westen|westlich|左|西|←",
);
export const RIGHT: readonly string[] = list(
  "right|rightward|rightwards|right-hand|rightmost|east|eastern|eastward|eastwards|rechts|rechte|" +
    "rechten|rechter|rechtes|ost|osten|östlich|右|东|東|→",
);
export const MIDDLE: readonly string[] = list(
  "center|centre|middle|central|centered|mitte|mittig|zentrum|zentral|mittlere|mittleren|中间|中央|" +
    "中心|正中",
);

/** Every word for a side. */
export const SIDE_WORDS: readonly string[] = [...UP, ...DOWN, ...LEFT, ...RIGHT, ...MIDDLE];
