/** A fault that a suite found. */
export interface Finding {
  /** The rule that is broken: a short name. */
  readonly rule: string;
  /** What was found, and where. */
  readonly says: string;
}

/** Gathers what rules find, a few of each. */
export class Findings {
  readonly #found: Finding[] = [];
  readonly #excused: Readonly<Record<string, string>>;
  readonly #used = new Set<string>();

  /** @param excused rules that need not hold, and why */
  constructor(excused: Readonly<Record<string, string>> = {}) {
    this.#excused = excused;
  }

  /** Notes a fault; of one rule the first three are kept. */
  add(rule: string, says: string): void {
    if (Object.hasOwn(this.#excused, rule)) {
      this.#used.add(rule);
      return;
    }
    if (this.#found.filter((finding) => finding.rule === rule).length < MOST) {
      this.#found.push({ rule, says });
    }
  }

  /** Notes a fault unless something holds. */
  demand(holds: boolean, rule: string, says: string): void {
    if (!holds) this.add(rule, says);
  }

  /** Runs a part of a suite; what it throws is a fault. */
  during(rule: string, act: () => void): void {
    try {
      act();
    } catch (error) {
      this.add(rule, error instanceof Error ? error.message : String(error));
    }
  }

  /** All faults; an excuse for what holds is one too. */
  list(): readonly Finding[] {
    for (const rule of Object.keys(this.#excused)) {
      if (!this.#used.has(rule)) {
        this.#found.push({ rule: "excuse", says: `${rule} holds: its excuse must go` });
        this.#used.add(rule);
      }
    }
    return this.#found;
  }
}

/** So many faults of a rule are told. */
const MOST = 3;
