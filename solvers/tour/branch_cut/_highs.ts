/** The part of a HiGHS model that branch and cut uses. */
export interface HighsModel {
  readonly options: { set(options: Record<string, unknown>): void };
  readonly info: { get(name: string): number };
  addRows(rows: {
    lower: Float64Array;
    upper: Float64Array;
    matrix: SparseRows;
  }): unknown;
  addCols(columns: {
    cost: Float64Array;
    lower: Float64Array;
    upper: Float64Array;
    matrix: SparseColumns;
  }): unknown;
  deleteRows(selection: { kind: "set"; indices: Int32Array }): unknown;
  deleteCols(selection: { kind: "set"; indices: Int32Array }): unknown;
  changeColsBounds(
    selection: { kind: "set"; indices: Int32Array },
    lower: Float64Array,
    upper: Float64Array,
  ): unknown;
  run(): { readonly modelStatus: number };
  getObjectiveValue(): number;
  getSolution(): {
    readonly colValue: Float64Array;
    readonly rowValue: Float64Array;
    readonly colDual: Float64Array;
    readonly rowDual: Float64Array;
  };
  getBasis(): { readonly colStatus: Int32Array; readonly rowStatus: Int32Array };
  setBasis(basis: { colStatus: Int32Array; rowStatus: Int32Array }): unknown;
  getDualRay():
    | { readonly indices?: Int32Array; readonly values: Float64Array }
    | Float64Array
    | undefined;
  dispose(): void;
}

interface Sparse {
  readonly numRows: number;
  readonly numCols: number;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

/** Rows in compressed form. */
export interface SparseRows extends Sparse {
  readonly format: "csr";
}

/** Columns in compressed form. */
export interface SparseColumns extends Sparse {
  readonly format: "csc";
}

/** HiGHS, compiled to WebAssembly. */
export interface Highs {
  readonly infinity: number;
  createModel(): HighsModel;
}

let loading: Promise<Highs> | null = null;

/**
 * The package, by a name that no bundler follows: its glue asks for modules of Node, and a page that
 * has no use for it need not carry 3.5 MB.
 */
const PACKAGE: string = "highs";

/** Loads HiGHS on first use: 3.5 MB that only this room needs. */
export function loadHighs(): Promise<Highs> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Highs> {
  let module: typeof import("highs");
  try {
    module = await import(PACKAGE);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `Cannot load HiGHS, which tours of many points need: ${why}; must be installed as "highs", ` +
        "or in a page be named by an import map",
      { cause: error },
    );
  }
  const open = module.default as unknown as () => Promise<Highs>;
  return await open();
}
