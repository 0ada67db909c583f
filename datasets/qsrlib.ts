import * as v from "valibot";
import { boxRcc8, type ExactInterval, intervalRelations, solveDirection } from "../solvers/mod.ts";
import { type JsonMember, jsonMembers } from "./_json_members.ts";
import { compare, judging, UnsupportedError } from "./_judging.ts";
import { type BoxRow, readBoxes, type WrittenBox } from "./_qsrlib_boxes.ts";
import { parseRecord, reading } from "./_record.ts";
import type { Dataset, Judgement, ReadContext, Reading, SourceFile } from "./dataset.ts";

const KINDS = ["rcc8", "ra", "cardir"] as const;
type Kind = (typeof KINDS)[number];

/**
 * Relations that QSRlib gives of boxes: RCC-8 of closed boxes, the rectangle algebra, and the
 * sector of 45 degrees in which the centre of the first lies from that of the second.
 */
export const qsrlib: Dataset = {
  name: "qsrlib",
  summary: "QSRlib's relations of boxes: RCC-8, rectangle algebra, cardinal direction of centres",
  source: "https://github.com/strands-project/strands_qsr_lib, its test data",
  licence: "MIT",
  companions: [
    { key: "boxes", summary: "the table of boxes, a row a time: name,x,y,w,l,...", required: true },
    {
      key: "kind",
      summary: `which relation, where the file's name does not tell: ${KINDS.join(", ")}`,
      required: false,
      isWord: true,
    },
  ],
  read,
};

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Reading> {
  const kind = kindOf(file.path, context.companions.get("kind")?.[0]);
  const rows = await readBoxes(await context.open(context.companions.get("boxes")![0]!));
  for await (const member of jsonMembers(file)) yield toReading(file.path, member, kind, rows);
}

/** The kind of relation by the word given, else by the name of the file; null where none tells. */
function kindOf(path: string, given: string | undefined): Kind | null {
  if (given !== undefined) {
    const kind = KINDS.find((kind) => kind === given.toLowerCase());
    if (kind !== undefined) return kind;
    throw new Error(`Cannot read ${path}: kind is ${given}, must be one of ${KINDS.join(", ")}`);
  }
  const words = path.split("/").at(-1)!.toLowerCase().split(/[^a-z0-9]+/);
  return KINDS.find((kind) => words.includes(kind)) ?? null;
}

const RECORD = /^\s*([^,]+),([^,]+),([^,]+),\s*\{\s*'(\w+)'\s*:\s*'([^']+)'\s*\}\s*$/;

function toReading(
  file: string,
  member: JsonMember,
  kind: Kind | null,
  rows: readonly BoxRow[],
): Reading {
  return reading({ file, line: member.line, field: `[${member.key}]` }, () => {
    const text = parseRecord(v.string(), member.text);
    const [, time, a, b, key, claimed] = RECORD.exec(text) ?? [];
    if (claimed === undefined) {
      throw new SyntaxError(
        `Cannot read ${JSON.stringify(text)}: must be "time,name,name,{'kind': 'relation'}"`,
      );
    }
    const asked = KINDS.find((known) => known === key);
    if (asked === undefined || kind !== null && asked !== kind) {
      throw new SyntaxError(
        `Cannot read the kind: is ${key}, must be ${kind ?? `one of ${KINDS.join(", ")}`}`,
      );
    }
    const [boxA, boxB] = [a!, b!].map((name) => boxAt(rows, time!, name.trim())) as [
      WrittenBox,
      WrittenBox,
    ];
    const judge = judging(() => JUDGES[asked](boxA, boxB, claimed));
    return { id: `${time},${a},${b}`, claimed, judge };
  });
}

/** The box of a name at a time; times count rows from 1. */
function boxAt(rows: readonly BoxRow[], time: string, name: string): WrittenBox {
  const at = Number(time);
  const row = Number.isInteger(at) ? rows[at - 1] : undefined;
  if (row === undefined) {
    throw new SyntaxError(
      `Cannot read time ${time}: there are ${rows.length} rows of boxes, must be one of them`,
    );
  }
  if (typeof row === "string") throw new SyntaxError(`Cannot read the boxes: ${row}`);
  const box = row.get(name);
  if (box !== undefined) return box;
  throw new SyntaxError(
    `Cannot read ${name}: no box of time ${time} has that name, must be one of ${
      [...row.keys()].join(", ")
    }`,
  );
}

const JUDGES: Readonly<Record<Kind, (a: WrittenBox, b: WrittenBox, claimed: string) => Judgement>> =
  {
    rcc8: (a, b, claimed) => {
      const axes = bothAxes(a, b);
      const isFlat = [a, b].some(hasNoSize);
      // A box without size is no region, but it may be told to be apart from one.
      if (isFlat && !axes.some(([name]) => name === "<" || name === ">")) {
        return { ...flat("a box of size 0 is no region: RCC-8 does not hold of it") };
      }
      return judged(
        claimed,
        boxRcc8(axes.map(([name]) => name!)).toLowerCase(),
        a,
        b,
        (doubles) => boxRcc8(doubles).toLowerCase(),
      );
    },
    ra: (a, b, claimed) => {
      const axes = bothAxes(a, b);
      if (axes.some((names) => names.length > 1)) {
        const open = axes.map((names) => names.join(" or ")).join(", ");
        return flat(`a box of size 0 ends where it starts: ${open} on the axes`);
      }
      return judged(
        claimed,
        axes.map(([name]) => name!).join(","),
        a,
        b,
        (doubles) => doubles.join(","),
      );
    },
    cardir: (a, b, claimed) => {
      const [from, to] = [b, a].map(({ written: [x, y] }) => [x!, y!] as const);
      const outcome = solveDirection({
        from: from!,
        to: to!,
        frame: "y-up",
        sectors: "eight-winds",
      });
      if (outcome.status === "impossible") return compare(claimed, "eq");
      if (outcome.status !== "exact") throw new UnsupportedError("the sectors tie");
      const wind = outcome.value.replace(/(north|south|east|west)-?/g, (word) => word[0]!);
      return compare(claimed, wind, { margin: outcome.margin });
    },
  };

function bothAxes(a: WrittenBox, b: WrittenBox): string[][] {
  return [0, 1].map((axis) => intervalRelations(a.axes[axis]!, b.axes[axis]!));
}

function hasNoSize({ axes }: WrittenBox): boolean {
  return axes.some(([start, end]) => start === end);
}

const FLAT = "box of size 0";
const ROUNDED = "exact meeting lost to the rounding of doubles";

function flat(reason: string): Judgement {
  return { verdict: "ambiguous", answer: null, reason, margin: null, group: FLAT };
}

/** Compares, and names why QSRlib would say otherwise. */
function judged(
  claimed: string,
  answer: string,
  a: WrittenBox,
  b: WrittenBox,
  ofDoubles: (axes: readonly string[]) => string,
): Judgement {
  const judgement = compare(claimed, answer);
  if (judgement.verdict === "agree") return judgement;
  if (hasNoSize(a) || hasNoSize(b)) return { ...judgement, group: FLAT };
  const doubles = [0, 1].map((axis) => relationOfDoubles(a, b, axis));
  return ofDoubles(doubles) === claimed ? { ...judgement, group: ROUNDED } : judgement;
}

/** What the doubles of centre and half size give, as QSRlib reckons. */
function relationOfDoubles(a: WrittenBox, b: WrittenBox, axis: number): string {
  const ends = ({ written }: WrittenBox) => {
    const [centre, size] = [Number(written[axis]), Number(written[axis + 2])];
    return [centre - size / 2, centre + size / 2];
  };
  const all = [...ends(a), ...ends(b)];
  const ranks = all.map((x) => BigInt(all.filter((y) => y < x).length));
  return intervalRelations(
    ranks.slice(0, 2) as unknown as ExactInterval,
    ranks.slice(2) as unknown as ExactInterval,
  )[0]!;
}
