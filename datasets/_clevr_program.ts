import * as v from "valibot";
import { UnsupportedError } from "./_judging.ts";
import { type Attribute, ATTRIBUTES, type ClevrScene, related } from "./_clevr_scene.ts";

/** A step of a program: what it does, on which steps before it, with which words. */
export const STEP = v.looseObject({
  type: v.optional(v.string()),
  function: v.optional(v.string()),
  inputs: v.array(v.pipe(v.number(), v.integer(), v.minValue(0))),
  value_inputs: v.optional(v.array(v.string())),
  side_inputs: v.optional(v.array(v.string())),
});

/** A step of a program. */
export type Step = v.InferOutput<typeof STEP>;

/** What a step gives: objects, one object, a number, yes or no, or a word. */
export type Value =
  | { readonly kind: "set"; readonly objects: readonly number[] }
  | { readonly kind: "object"; readonly object: number }
  | { readonly kind: "word"; readonly word: string | number | boolean };

/** A program that means nothing in its scene: "the" of none, or of several. */
export class NoReferent extends Error {
  override readonly name = "NoReferent";
}

/**
 * Runs a functional program of CLEVR on a scene.
 *
 * @param skipped a step that is taken for the whole scene, as in the test for degenerate questions
 * @throws NoReferent where "the" thing is not one; UnsupportedError for a function that is not known;
 *   SyntaxError for inputs that are not what the function takes
 */
export function runProgram(
  scene: ClevrScene,
  program: readonly Step[],
  skipped = -1,
): string | number | boolean {
  const values: Value[] = [];
  for (const [i, step] of program.entries()) {
    const name = i === skipped ? "scene" : step.type ?? step.function;
    if (name === undefined) {
      throw new SyntaxError(`Cannot read program[${i}]: no type, must have one`);
    }
    const late = step.inputs.find((input) => input >= i);
    if (late !== undefined) {
      throw new SyntaxError(`Cannot read program[${i}]: takes step ${late}, must be one before it`);
    }
    const words = step.value_inputs ?? step.side_inputs ?? [];
    const inputs = step.inputs.map((input) => values[input]!);
    values.push(new Call(scene, `program[${i}]`, inputs, words).of(name));
  }
  const last = values.at(-1);
  if (last?.kind === "word") return last.word;
  throw new SyntaxError("Cannot read program: it ends with objects, must end with an answer");
}

/** One call of a function. */
class Call {
  readonly #scene: ClevrScene;
  readonly #at: string;
  readonly #inputs: readonly Value[];
  readonly #words: readonly string[];

  constructor(
    scene: ClevrScene,
    at: string,
    inputs: readonly Value[],
    words: readonly string[],
  ) {
    this.#scene = scene;
    this.#at = at;
    this.#inputs = inputs;
    this.#words = words;
  }

  of(name: string): Value {
    const [, verb, attribute] = /^(filter|query|same|equal)_(\w+)$/.exec(name) ?? [];
    if (verb === "equal" && attribute === "integer") {
      return word(this.#number(0) === this.#number(1));
    }
    if (verb !== undefined && attribute !== undefined && isAttribute(attribute)) {
      return this.#ofAttribute(verb, attribute);
    }
    switch (name) {
      case "scene":
        return set(this.#scene.objects.map((_, i) => i));
      case "unique":
        return this.#unique();
      case "relate":
        return set(related(this.#scene, this.#word(), this.#object(0)));
      case "union":
        return set([...new Set([...this.#set(0), ...this.#set(1)])]);
      case "intersect":
        return set(this.#set(0).filter((i) => this.#set(1).includes(i)));
      case "count":
        return word(this.#set(0).length);
      case "exist":
        return word(this.#set(0).length > 0);
      case "less_than":
        return word(this.#number(0) < this.#number(1));
      case "greater_than":
        return word(this.#number(0) > this.#number(1));
      default:
        throw new UnsupportedError(`does not understand the function ${JSON.stringify(name)}`);
    }
  }

  #ofAttribute(verb: string, attribute: Attribute): Value {
    const { objects } = this.#scene;
    if (verb === "filter") {
      const asked = this.#word();
      return set(this.#set(0).filter((i) => objects[i]![attribute] === asked));
    }
    if (verb === "query") return word(objects[this.#object(0)]![attribute]);
    if (verb === "equal") return word(this.#said(0) === this.#said(1));
    const one = this.#object(0);
    const alike = (i: number): boolean => objects[i]![attribute] === objects[one]![attribute];
    return set(objects.flatMap((_, i) => i !== one && alike(i) ? [i] : []));
  }

  #unique(): Value {
    const objects = this.#set(0);
    if (objects.length === 1) return { kind: "object", object: objects[0]! };
    const many = objects.length === 0 ? "none" : String(objects.length);
    throw new NoReferent(`${this.#at} asks for the only one, and there are ${many}`);
  }

  #set(input: number): readonly number[] {
    const value = this.#inputs[input];
    return value?.kind === "set" ? value.objects : this.#fail(input, "objects");
  }

  #object(input: number): number {
    const value = this.#inputs[input];
    return value?.kind === "object" ? value.object : this.#fail(input, "one object");
  }

  #said(input: number): string | number | boolean {
    const value = this.#inputs[input];
    return value?.kind === "word" ? value.word : this.#fail(input, "a word");
  }

  #number(input: number): number {
    const value = this.#said(input);
    return typeof value === "number" ? value : this.#fail(input, "a number");
  }

  #word(): string {
    const [first, second] = this.#words;
    if (first !== undefined && second === undefined) return first;
    throw new SyntaxError(
      `Cannot read ${this.#at}: it has ${this.#words.length} words, must have one`,
    );
  }

  #fail(input: number, must: string): never {
    throw new SyntaxError(`Cannot read ${this.#at}: input ${input} must be ${must}`);
  }
}

function isAttribute(name: string): name is Attribute {
  return (ATTRIBUTES as readonly string[]).includes(name);
}

function set(objects: readonly number[]): Value {
  return { kind: "set", objects };
}

function word(value: string | number | boolean): Value {
  return { kind: "word", word: value };
}
