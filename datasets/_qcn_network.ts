/** A constraint as a network file has it. */
export interface WrittenConstraint {
  readonly a: number;
  readonly b: number;
  /** The base relations, by the names of the file. */
  readonly relations: readonly string[];
  /** The line, from 1. */
  readonly line: number;
}

/** One network of a file. */
export interface WrittenNetwork {
  /** What its heading says behind `#`. */
  readonly name: string;
  /** How many things it has. */
  readonly size: number;
  readonly constraints: readonly WrittenConstraint[];
  /** What is wrong with it; null where nothing is. */
  readonly fault: string | null;
}

const HEADING = /^\s*(\d+)\s*(?:#\s*(.*))?$/;
const CONSTRAINT = /^\s*(\d+)\s+(\d+)\s*\(([^()]*)\)\s*$/;

/** More things than this no network has: the heading is damaged. */
const MOST_THINGS = 5_000;

/**
 * Reads the networks of a file in GQR's form: a heading with the greatest number of a thing, lines
 * `a b ( R S )`, and a dot behind each network.
 */
export function readNetworks(text: string): WrittenNetwork[] {
  const networks: WrittenNetwork[] = [];
  let open:
    | { name: string; size: number; constraints: WrittenConstraint[]; fault: string | null }
    | null = null;
  const close = () => {
    if (open !== null) networks.push(open);
    open = null;
  };
  text.split(/\r?\n/).forEach((row, i) => {
    const line = i + 1;
    if (row.trim() === "" || row.trimStart().startsWith("#")) return;
    if (row.trim() === ".") return close();
    if (open === null) {
      const [, last, name = ""] = HEADING.exec(row) ?? [];
      const size = Number(last) + 1;
      const fault = last === undefined
        ? `line ${line} is ${JSON.stringify(row)}, must be the number of the last thing`
        : size > MOST_THINGS
        ? `line ${line} tells of ${size} things, must be at most ${MOST_THINGS}`
        : null;
      open = { name: name.trim(), size: fault === null ? size : 0, constraints: [], fault };
      return;
    }
    const [, a, b, relations] = CONSTRAINT.exec(row) ?? [];
    if (relations === undefined) {
      open.fault ??= `line ${line} is ${JSON.stringify(row)}, must be "a b ( R S )"`;
    } else if (Number(a) >= open.size || Number(b) >= open.size) {
      open.fault ??= `line ${line} is on ${a} and ${b}, must be below ${open.size}`;
    } else {
      const names = relations.trim().split(/\s+/).filter((name) => name !== "");
      open.constraints.push({ a: Number(a), b: Number(b), relations: names, line });
    }
  });
  close();
  return networks;
}
