/** A colour, opaque: `#` and six hexadecimal digits, such as `"#1f77b4"`. */
export type Colour = `#${string}`;

/** A point of a drawing: pixels from the left edge, pixels from the top edge. */
export type DrawingPoint = readonly [x: number, y: number];

/** What a shape is the mark of. */
export interface Named {
  /**
   * The name of the thing that it shows, where boxes are read off the drawing: the box of a name is
   * around all shapes that say it. Left out of labels and of what is no mark.
   */
  readonly of?: string;
}

/** The inside and the outline of a closed shape; without either the shape is not seen. */
export interface Paint extends Named {
  /** Colour of the inside; left out, the inside is not painted. */
  readonly fill?: Colour;
  /** Colour of the outline; left out, there is none. */
  readonly stroke?: Colour;
  /** Width of the outline in pixels, centred on the edge; 1 when left out. */
  readonly strokeWidth?: number;
}

/** A line's colour and width. */
export interface Stroke extends Named {
  /** Colour of the line. */
  readonly stroke: Colour;
  /** Width of the line in pixels; 1 when left out. */
  readonly strokeWidth?: number;
}

/** A disc or ring. */
export interface CircleShape extends Paint {
  /** Tells the shapes apart. */
  readonly kind: "circle";
  /** X of the centre. */
  readonly cx: number;
  /** Y of the centre. */
  readonly cy: number;
  /** Radius in pixels, above 0. */
  readonly r: number;
}

/** A rectangle with edges along the axes. */
export interface RectShape extends Paint {
  /** Tells the shapes apart. */
  readonly kind: "rect";
  /** X of the left edge. */
  readonly x: number;
  /** Y of the top edge. */
  readonly y: number;
  /** Width in pixels, above 0. */
  readonly width: number;
  /** Height in pixels, above 0. */
  readonly height: number;
}

/** A straight line, cut off square at its ends. */
export interface LineShape extends Stroke {
  /** Tells the shapes apart. */
  readonly kind: "line";
  /** Where it starts. */
  readonly from: DrawingPoint;
  /** Where it ends. */
  readonly to: DrawingPoint;
}

/** A straight line with a filled triangular head whose tip is at `to`. */
export interface ArrowShape extends Stroke {
  /** Tells the shapes apart. */
  readonly kind: "arrow";
  /** Where it starts. */
  readonly from: DrawingPoint;
  /** Where its tip is. */
  readonly to: DrawingPoint;
  /** Length of the head in pixels; 4 line widths, but at least 8, when left out. */
  readonly head?: number;
}

/** An open chain of straight lines with round joins. */
export interface PolylineShape extends Stroke {
  /** Tells the shapes apart. */
  readonly kind: "polyline";
  /** Its corners in order, two or more. */
  readonly points: readonly DrawingPoint[];
}

/** A closed chain of straight lines with round joins; filled by the even-odd rule. */
export interface PolygonShape extends Paint {
  /** Tells the shapes apart. */
  readonly kind: "polygon";
  /** Its corners in order, three or more, the first not repeated. */
  readonly points: readonly DrawingPoint[];
}

/** One line of text in the bundled font. */
export interface TextShape extends Named {
  /** Tells the shapes apart. */
  readonly kind: "text";
  /** The point the text is placed at; `align` says which point of the text that is. */
  readonly x: number;
  /** Y of that point: half the height of a capital letter above the base line. */
  readonly y: number;
  /** The words; no line breaks. */
  readonly text: string;
  /** Font size in pixels, above 0. */
  readonly size: number;
  /** Colour of the letters. */
  readonly fill: Colour;
  /** Whether `x` is the left end, the middle or the right end; the middle when left out. */
  readonly align?: "start" | "middle" | "end";
}

/** One thing that is drawn. */
export type Shape =
  | CircleShape
  | RectShape
  | LineShape
  | ArrowShape
  | PolylineShape
  | PolygonShape
  | TextShape;

/**
 * A picture as plain data: every number in pixels, x to the right, y down, the origin at the top
 * left corner. Shapes are painted in order, later ones over earlier ones.
 */
export interface Drawing {
  /** Width in pixels, an integer from 1 to 4096. */
  readonly width: number;
  /** Height in pixels, an integer from 1 to 4096. */
  readonly height: number;
  /** Colour of the paper. */
  readonly background: Colour;
  /** What the picture shows, in words, for those who cannot see it; it may have line breaks. */
  readonly alt: string;
  /** What is painted, first things first. */
  readonly shapes: readonly Shape[];
}
