/** TSPLIB's ways to write a matrix of weights. */
export type TsplibMatrixForm =
  | "FULL_MATRIX"
  | "UPPER_ROW"
  | "LOWER_ROW"
  | "UPPER_DIAG_ROW"
  | "LOWER_DIAG_ROW"
  | "UPPER_COL"
  | "LOWER_COL"
  | "UPPER_DIAG_COL"
  | "LOWER_DIAG_COL";

/** Where each number of an `EDGE_WEIGHT_SECTION` belongs. */
export interface MatrixLayout {
  /** How many numbers the section has. */
  readonly count: number;
  /** The row and the column of the numbers, in their order. */
  cells(): Iterable<readonly [row: number, column: number]>;
}

type Rows = (row: number, n: number) => readonly [from: number, to: number];

/** The columns that are written in each row; a triangle by columns is the other one by rows. */
const ROWS: Readonly<Record<TsplibMatrixForm, Rows>> = {
  FULL_MATRIX: (_, n) => [0, n],
  UPPER_ROW: (row, n) => [row + 1, n],
  LOWER_COL: (row, n) => [row + 1, n],
  LOWER_ROW: (row) => [0, row],
  UPPER_COL: (row) => [0, row],
  UPPER_DIAG_ROW: (row, n) => [row, n],
  LOWER_DIAG_COL: (row, n) => [row, n],
  LOWER_DIAG_ROW: (row) => [0, row + 1],
  UPPER_DIAG_COL: (row) => [0, row + 1],
};

/** The matrix forms' names. */
export const TSPLIB_MATRIX_FORMS: readonly TsplibMatrixForm[] = Object.keys(
  ROWS,
) as TsplibMatrixForm[];

/** The layout of a form for `n` nodes. */
export function matrixLayout(form: TsplibMatrixForm, n: number): MatrixLayout {
  const range = ROWS[form];
  const bounds = Array.from({ length: n }, (_, row) => range(row, n));
  return {
    count: bounds.reduce((sum, [from, to]) => sum + to - from, 0),
    *cells() {
      for (const [row, [from, to]] of bounds.entries()) {
        for (let column = from; column < to; column++) yield [row, column];
      }
    },
  };
}
