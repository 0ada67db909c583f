import { jsonMembers, lineMembers, requireOnce } from "./_json_members.ts";
import { judging } from "./_judging.ts";
import { judgeDescription } from "./_sparkle_description.ts";
import { splitPair } from "./_sparkle_info.ts";
import { judgePath } from "./_sparkle_path.ts";
import { judgeSparkleAnswer, readSparkleQuestion } from "./_sparkle_questions.ts";
import { readSparkleRecord, type SparkleRecord } from "./_sparkle_records.ts";
import { SparkleScene } from "./_sparkle_scene.ts";
import { judgeGrid } from "./_sparkle_shortest.ts";
import { infoSources, ownSources, type SparkleSources } from "./_sparkle_sources.ts";
import type {
  Claim,
  Dataset,
  Judgement,
  ReadContext,
  Reading,
  SourceFile,
  Where,
} from "./dataset.ts";

/**
 * Sparkle: pictures of points with their distances, directions and cells, open paths through all
 * points, paths on a free grid; its info files, its test files and its training lines.
 *
 * Directions are Sparkle's own unequal sectors, 8 or 4 as the file has them; exactly 180 degrees is
 * left. A path must be a shortest *open* one; from a given point where the paths of the file show
 * that they are made so, or the question says it.
 */
export const sparkle: Dataset = {
  name: "sparkle",
  summary: "Sparkle: info, test and training files on points in the plane, open paths and grids",
  source: "https://github.com/YihongT/Sparkle",
  licence: "MIT",
  companions: [{
    key: "info",
    summary: "the info file of a test or training file; by default test_info.json beside it",
    required: false,
  }],
  read,
};

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Reading> {
  const sources = { own: ownSources(file), info: infoSources(file, context) };
  const members = await isLines(file) ? lineMembers(file) : jsonMembers(file);
  for await (const member of members) {
    const where = { file: file.path, line: member.line, field: member.key };
    let claims: readonly Claim[];
    let record: SparkleRecord;
    try {
      requireOnce(member);
      record = readSparkleRecord(member.text);
      claims = claimsOf(member.key, record, { where, ...sources });
    } catch (error) {
      yield { kind: "bad", where, message: (error as Error).message };
      continue;
    }
    // Told once, not again with each of the questions.
    if ("question" in record || "query" in record || record.kind === "test-static") {
      await sources.info.ready();
    }
    yield* claims;
  }
}

async function isLines(file: SourceFile): Promise<boolean> {
  for await (const chunk of file.chunks()) {
    if (chunk.trim() !== "") return /^\s*\{\s*"(?:query|response|images)"/.test(chunk);
  }
  return false;
}

interface Place {
  readonly where: Where;
  readonly own: Pick<SparkleSources, "profile">;
  readonly info: SparkleSources;
}

/** The claims that one record makes. */
function claimsOf(key: string, record: SparkleRecord, { where, own, info }: Place): Claim[] {
  const claim = (
    id: string,
    claimed: string,
    judge: () => Judgement | Promise<Judgement>,
  ): Claim => ({
    kind: "claim",
    id,
    where: { ...where, field: id },
    claimed,
    judge: judging(judge),
  });
  switch (record.kind) {
    case "static":
      return staticClaims(record, own).map(([field, claimed, judge]) =>
        claim(`${key}.${field}`, claimed, judge)
      );
    case "tour": {
      const order = record.permutation.map(Number);
      const start = async () => {
        const { tours } = await own.profile();
        return tours === "best" ? null : tours === "zero" ? 0 : order[0] ?? null;
      };
      const words = order.map((i) => record.colors[i] ?? String(i)).join(", ");
      return [claim(key, words, async () => judgePath(record, order, await start()))];
    }
    case "grid":
      return [
        claim(
          key,
          record.gt_shortest_path_length,
          () => judgeGrid(record, record.gt_shortest_path_length),
        ),
      ];
    case "test-static":
      return (["distance", "direction", "position"] as const).flatMap((field) => {
        const asked = record[field];
        if (asked === undefined) return [];
        return [claim(`${key}.${field}`, asked.answer, () => judgeChoice(key, asked, info))];
      });
    case "test-tour":
      return [claim(key, record.answer.join(", "), () => judgeTourAnswer(key, record, info))];
    case "test-grid":
      return [
        claim(
          key,
          record.answer,
          async () => judgeGrid(await picture(key, "grid", info), record.answer),
        ),
      ];
    case "train":
      return [claim(key, record.response, () => judgeTraining(record, info))];
  }
}

type Field = readonly [field: string, claimed: string, judge: () => Judgement | Promise<Judgement>];

/** Every stated distance, direction and cell of a picture. */
function staticClaims(
  { points, distances, directions, positions }: Extract<SparkleRecord, { kind: "static" }>,
  own: Pick<SparkleSources, "profile">,
): Field[] {
  const scene = new SparkleScene(points);
  const ask = (question: Parameters<typeof judgeSparkleAnswer>[0], claimed: string) => async () =>
    judgeSparkleAnswer(question, claimed, { scene, directions: (await own.profile()).directions });
  return [
    ...Object.entries(distances).map(([key, claimed]): Field => {
      const pair = splitPair(key, scene);
      return [`distances.${key}`, claimed, ask({ kind: "distance", pair }, claimed)];
    }),
    ...Object.entries(directions).map(([key, words]): Field => {
      const [from, to] = splitPair(key, scene);
      const claimed = words ?? "none";
      return [`directions.${key}`, claimed, ask({ kind: "direction", from, to }, claimed)];
    }),
    ...Object.entries(positions).map((
      [name, claimed],
    ): Field => [`positions.${name}`, claimed, ask({ kind: "position", name }, claimed)]),
  ];
}

const BOXED = /^\\boxed\{([A-Z])\}$/;
const OPTIONS = /^(?:Options|Choices|Selections): (.*)$/m;

async function judgeChoice(
  key: string,
  { question, answer }: { question: string; answer: string },
  info: SparkleSources,
): Promise<Judgement> {
  const offered = OPTIONS.exec(question)?.[1]?.split(/, (?=[A-Z]\. )/) ?? [];
  const options = new Map(offered.map((option) => [option[0]!, option.slice(3)]));
  const claimed = options.get(BOXED.exec(answer)?.[1] ?? answer);
  if (claimed === undefined) {
    const must = `the letter of an option, ${[...options.keys()].join(", ")}`;
    throw new SyntaxError(`Cannot read the answer: is ${JSON.stringify(answer)}, must be ${must}`);
  }
  const scene = new SparkleScene((await picture(key, "static", info)).points);
  const words = [...options.values()];
  const asked = readSparkleQuestion(question.split("\n")[0]!, scene, words);
  return judgeSparkleAnswer(asked, claimed, { scene, directions: options.size === 4 ? 4 : 8 });
}

const START = /Starts at the (.+) object/;

async function judgeTourAnswer(
  key: string,
  { question, answer }: { question: string; answer: readonly string[] },
  info: SparkleSources,
): Promise<Judgement> {
  const tour = await picture(key, "tour", info);
  const order = answer.map((color) => tour.colors.indexOf(color));
  const { distance: _, ...asked } = tour;
  const named = START.exec(question)?.[1];
  // The first release left the place of the start's name unfilled.
  if (named !== undefined && named !== "{start_color}") {
    const start = tour.colors.indexOf(named);
    if (start < 0) {
      throw new SyntaxError(`Cannot read the start: ${named}, must be one of ${tour.colors}`);
    }
    return judgePath(asked, order, start);
  }
  const { tours } = await info.profile();
  return judgePath(
    asked,
    order,
    named !== undefined || tours !== "best" ? Number(tour.permutation[0]) : null,
  );
}

async function judgeTraining(
  { query, response, images }: Extract<SparkleRecord, { kind: "train" }>,
  info: SparkleSources,
): Promise<Judgement> {
  const key = /(\d+)\.\w+$/.exec(images[0]!)?.[1];
  if (key === undefined) {
    throw new SyntaxError(
      `Cannot read the image: ${images[0]}, must be a name that ends in a number`,
    );
  }
  const scene = new SparkleScene((await picture(key, "static", info)).points);
  const { directions } = await info.profile();
  if (response.includes("\n")) return judgeDescription(response, { scene, directions });
  return judgeSparkleAnswer(readSparkleQuestion(query, scene, null), response, {
    scene,
    directions,
  });
}

async function picture<K extends SparkleRecord["kind"]>(
  key: string,
  kind: K,
  info: SparkleSources,
): Promise<Extract<SparkleRecord, { kind: K }>> {
  const found = await info.picture(key);
  if (found.kind === kind) return found as Extract<SparkleRecord, { kind: K }>;
  throw new SyntaxError(`Cannot use picture ${key}: is of kind ${found.kind}, must be ${kind}`);
}
