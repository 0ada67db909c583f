import * as v from "valibot";
import { toScaled } from "../geometry/decimal.ts";
import { recordMembers } from "./_json_members.ts";
import { parseRecord, reading } from "./_record.ts";
import { type Side, type Statement, statementsOf } from "./_sqa3d_statements.ts";
import { VsiMeta } from "./_vsi_meta.ts";
import type { Dataset, Judgement, ReadContext, Reading, SourceFile } from "./dataset.ts";

/**
 * SQA3D: what situations and answers say about where things are, held against the pose of who
 * stands there and the boxes of the scene. The agent faces -x turned by the quaternion, z up. A
 * thing is to the left where its centre lies in the half plane left of the facing, and so on; one
 * that lies outside the quarter about that side is counted.
 */
export const sqa3d: Dataset = {
  name: "sqa3d",
  summary:
    "SQA3D: is what is said to be left, right, in front or behind there, by pose and boxes? " +
    "Half planes about the facing",
  source: "https://github.com/SilongYong/SQA3D",
  licence: "CC BY 4.0",
  companions: [{
    key: "meta",
    summary: "VSI-Bench's metadata of the scenes, with their boxes",
    required: true,
  }],
  read,
};

const NUMBER = v.number();
const ROW = v.looseObject({
  id: v.union([v.string(), v.number()]),
  scene: v.string(),
  situation: v.string(),
  question: v.string(),
  answer: v.string(),
  position: v.pipe(v.array(NUMBER), v.length(3)),
  quaternion_xyzw: v.pipe(v.array(NUMBER), v.length(4)),
});

type Row = v.InferOutput<typeof ROW>;

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Reading> {
  const meta = await VsiMeta.open(context);
  for await (const { text, line } of recordMembers(file, "lines")) {
    const where = { file: file.path, line };
    let row: Row;
    let centres: ReadonlyMap<string, readonly number[]>;
    try {
      row = parseRecord(ROW, text);
      if (row.quaternion_xyzw.every((x) => x === 0)) {
        throw new SyntaxError("Cannot read quaternion_xyzw: all are 0, must be a rotation");
      }
      centres = meta.onlyOnes(row.scene);
    } catch (error) {
      yield { kind: "bad", where, message: (error as Error).message };
      continue;
    }
    const statements = statementsOf(row, centres.keys());
    if (statements.length === 0) {
      yield reading(where, () => ({
        ...{ id: String(row.id), claimed: row.answer },
        question: "does not understand where anything is said to be of which there is one box",
      }));
    }
    for (const statement of statements) {
      yield reading(where, () => ({
        id: `${row.id} ${statement.from} ${statement.category}`,
        claimed: statement.side,
        judge: () => judge(row, statement, centres.get(statement.category)!),
      }));
    }
  }
}

function judge(row: Row, { side, from }: Statement, centre: readonly number[]): Judgement {
  const [ahead, leftwards] = placeOf(row, centre);
  const along = { front: ahead, back: -ahead, left: leftwards, right: -leftwards } as const;
  const answer = nameOf(ahead, leftwards);
  const group = `said in the ${from}`;
  const size = (x: bigint): bigint => x < 0n ? -x : x;
  const across = side === "front" || side === "back" ? leftwards : ahead;
  if (along[side] < 0n) {
    const reason = `said to be ${side}, is ${answer}`;
    return { verdict: "disagree", answer, reason, margin: null, group };
  }
  if (along[side] === 0n) {
    const reason = `exactly across: ${answer}`;
    return { verdict: "ambiguous", answer, reason, margin: null, group };
  }
  const isAside = size(across) > along[side];
  const reason = isAside ? `on that side, and more to the ${answer}` : null;
  return {
    ...{ verdict: "agree", answer, reason, margin: null },
    group: isAside ? "outside its quarter" : group,
  };
}

/** How far ahead and to the left a place lies of who stands and faces, in some positive unit. */
function placeOf(
  { position, quaternion_xyzw }: Row,
  centre: readonly number[],
): readonly [ahead: bigint, left: bigint] {
  const numbers = [...quaternion_xyzw, ...position, ...centre].map((x) =>
    x === 0 ? "0" : String(x)
  );
  const { values } = toScaled(numbers);
  const [x, y, z, w, px, py, , cx, cy] = values as [
    ...[bigint, bigint, bigint, bigint],
    ...[bigint, bigint, bigint],
    ...[bigint, bigint],
  ];
  // -x turned by the quaternion, times its squared length; only what lies on the ground counts.
  const [fx, fy] = [-(w * w + x * x - y * y - z * z), -2n * (x * y + w * z)];
  const [dx, dy] = [cx - px, cy - py];
  return [fx * dx + fy * dy, fx * dy - fy * dx];
}

/** The quarter about a side that a place lies in. */
function nameOf(ahead: bigint, leftwards: bigint): Side {
  const size = (x: bigint): bigint => x < 0n ? -x : x;
  if (size(ahead) >= size(leftwards)) return ahead >= 0n ? "front" : "back";
  return leftwards > 0n ? "left" : "right";
}
