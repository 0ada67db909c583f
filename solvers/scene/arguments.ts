import type { Outcome } from "../outcome.ts";
import { requireReal3 } from "../../geometry/space/oriented_box.ts";
import { Rational } from "../../geometry/space/rational.ts";
import type { Real, Real3 } from "../../geometry/space/real.ts";
import type { ReadyScene } from "./ready_scene.ts";
import type { SceneCamera, SceneRoom } from "./scene.ts";

/** What an argument of a query is. */
export type ArgumentKind =
  | "object"
  | "objects"
  | "category"
  | "camera"
  | "cameras"
  | "point"
  | "points"
  | "direction"
  | "length"
  | "number"
  | "word"
  | "room"
  | "change"
  | "query";

/** An argument of a query. */
export interface ArgumentSpec {
  /** What it is. */
  readonly kind: ArgumentKind;
  /** What stands for it where it is left out; without one it must be given. */
  readonly otherwise?: string | number;
  /** The words it may be, for a `"word"`. */
  readonly words?: readonly string[];
  /** Whether it may be left out with nothing in its place. */
  readonly optional?: boolean;
  /** What it means, where its name does not say. */
  readonly says?: string;
}

/** The arguments of a query as plain data: ids, names of cameras, numbers, points, words. */
export type QueryArguments = Readonly<Record<string, unknown>>;

/** Asks another question of the table, about a scene of its own. */
export type AskOther = (scene: ReadyScene, ask: unknown) => {
  /** Answers it. */
  solve(): Outcome<unknown>;
  /** Whether an outcome is right: null, or what is wrong. */
  check(outcome: Outcome<unknown>): string | null;
};

/**
 * The arguments of a query, read when they are asked for, so that an error names the argument and
 * what is not there.
 */
export class Arguments {
  readonly #given: QueryArguments;
  readonly #specs: Readonly<Record<string, ArgumentSpec>>;
  /** The scene they speak of. */
  readonly scene: ReadyScene;
  /** Asks other questions, for the queries that do. */
  readonly askOther: AskOther;

  /**
   * Takes arguments.
   *
   * @param scene the scene
   * @param specs what the query takes
   * @param given what is given
   * @param askOther asks other questions, for the queries that do
   * @throws RangeError for an argument that the query does not take
   */
  constructor(
    scene: ReadyScene,
    specs: Readonly<Record<string, ArgumentSpec>>,
    given: QueryArguments,
    askOther: AskOther,
  ) {
    this.scene = scene;
    this.askOther = askOther;
    this.#specs = specs;
    this.#given = given;
    for (const name of Object.keys(given)) {
      if (!Object.hasOwn(specs, name)) {
        const names = Object.keys(specs).join(", ");
        throw new RangeError(
          `Cannot read argument ${JSON.stringify(name)}: not known, must be one of ${names}`,
        );
      }
    }
  }

  /** Other arguments about the same scene. */
  with(specs: Readonly<Record<string, ArgumentSpec>>, given: QueryArguments): Arguments {
    return new Arguments(this.scene, specs, given, this.askOther);
  }

  /**
   * Demands that all arguments are there and name what is there.
   *
   * @throws TypeError, RangeError, SyntaxError that name the argument
   */
  requireAll(): void {
    for (const [name, { kind, optional = false }] of Object.entries(this.#specs)) {
      if (optional && !this.has(name)) continue;
      READ[kind](this, name);
    }
  }

  /** Whether an argument is given. */
  has(name: string): boolean {
    return this.#given[name] !== undefined;
  }

  /** The number of an object. */
  object(name: string): number {
    return this.scene.number(this.#text(name, "the id of an object"));
  }

  /** The numbers of objects, all different; all objects where the argument is left out. */
  objects(name: string): number[] {
    const ids = this.#value(name);
    if (ids === undefined && this.#specs[name]?.optional) {
      return this.scene.objects.map((_, i) => i);
    }
    if (!Array.isArray(ids) || ids.length === 0) this.#refuse(name, "a list of ids of objects");
    const numbers = (ids as unknown[]).map((id, i) =>
      typeof id === "string" ? this.scene.number(id) : this.#refuse(`${name}[${i}]`, "an id")
    );
    if (new Set(numbers).size < numbers.length) this.#refuse(name, "ids that differ");
    return numbers;
  }

  /** A camera, by name or by the number of its frame. */
  camera(name: string): SceneCamera {
    const value = this.#value(name);
    if (typeof value !== "string" && typeof value !== "number") {
      this.#refuse(name, "the name of a camera or the number of a frame");
    }
    return this.scene.camera(value as string | number);
  }

  /** Cameras in the order given; all of them, in the scene's order, where they are left out. */
  cameras(name: string): SceneCamera[] {
    const value = this.#value(name);
    if (value === undefined && this.#specs[name]?.optional) return [...this.scene.cameras];
    if (!Array.isArray(value)) this.#refuse(name, "a list of cameras");
    return (value as (string | number)[]).map((c) => this.scene.camera(c));
  }

  /** A room. */
  room(name: string): SceneRoom {
    const id = this.#text(name, "the id of a room");
    const rooms = this.scene.given.rooms ?? [];
    const room = rooms.find((r) => r.id === id);
    if (room !== undefined) return room;
    throw new RangeError(
      `Cannot find room ${JSON.stringify(id)}, must be one of ${rooms.map((r) => r.id).join(", ")}`,
    );
  }

  /** A point in the coordinates of the solvers. */
  point(name: string): Real3 {
    return this.scene.point(requireReal3(this.#value(name), name), name);
  }

  /** Points in the coordinates of the solvers. */
  points(name: string): Real3[] {
    const value = this.#value(name);
    if (!Array.isArray(value)) this.#refuse(name, "a list of points");
    return (value as unknown[]).map((p, i) =>
      this.scene.point(requireReal3(p, `${name}[${i}]`), name)
    );
  }

  /** A direction in the coordinates of the solvers. */
  direction(name: string): Real3 {
    return this.scene.direction(requireReal3(this.#value(name), name), name);
  }

  /** A number; a length is in metres. */
  number(name: string): Rational {
    const value = this.#value(name);
    if (typeof value !== "number" && typeof value !== "string") this.#refuse(name, "a number");
    return Rational.from(value as Real, name);
  }

  /** A word of a closed list. */
  word(name: string): string {
    const { words = [] } = this.#specs[name] ?? {};
    const word = this.#text(name, `one of ${words.join(", ")}`);
    if (!words.includes(word)) this.#refuse(name, `one of ${words.join(", ")}`);
    return word;
  }

  /** A word of any kind, such as a category. */
  text(name: string): string {
    return this.#text(name, "a string");
  }

  /** The argument as it was given. */
  raw(name: string): unknown {
    return this.#value(name);
  }

  #text(name: string, must: string): string {
    const value = this.#value(name);
    return typeof value === "string" ? value : this.#refuse(name, must);
  }

  #value(name: string): unknown {
    return this.#given[name] ?? this.#specs[name]?.otherwise;
  }

  #refuse(name: string, must: string): never {
    const value = this.#value(name);
    const shown = value === undefined ? "not given" : JSON.stringify(value)?.slice(0, 60);
    throw new TypeError(`Cannot read argument ${name}: ${shown}, must be ${must}`);
  }
}

/** How each kind of argument is read. */
const READ: Readonly<Record<ArgumentKind, (args: Arguments, name: string) => unknown>> = {
  object: (args, name) => args.object(name),
  objects: (args, name) => args.objects(name),
  category: (args, name) => args.text(name),
  camera: (args, name) => args.camera(name),
  cameras: (args, name) => args.cameras(name),
  point: (args, name) => args.point(name),
  points: (args, name) => args.points(name),
  direction: (args, name) => args.direction(name),
  length: (args, name) => args.number(name),
  number: (args, name) => args.number(name),
  word: (args, name) => args.word(name),
  room: (args, name) => args.room(name),
  change: (args, name) => args.raw(name),
  query: (args, name) => args.raw(name),
};
