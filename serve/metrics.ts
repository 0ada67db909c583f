/** Upper bounds of the histogram of times, in seconds. */
const BOUNDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Series {
  readonly counts: number[];
  sum: number;
  count: number;
}

/** Counts what a server does, in the text form of Prometheus (0.0.4). */
export class Metrics {
  readonly #requests: Map<string, number> = new Map();
  readonly #seconds: Map<string, Series> = new Map();
  readonly #answers: Map<string, number> = new Map();
  #open = 0;

  /** A request has come in. */
  begin(): void {
    this.#open++;
  }

  /**
   * A request was answered.
   *
   * @param route the route's pattern, not its path: there are few
   * @param status the status
   * @param seconds how long it took
   */
  end(route: string, status: number, seconds: number): void {
    this.#open--;
    const key = `route="${route}",status="${status}"`;
    this.#requests.set(key, (this.#requests.get(key) ?? 0) + 1);
    let series = this.#seconds.get(route);
    if (series === undefined) {
      series = { counts: BOUNDS.map(() => 0), sum: 0, count: 0 };
      this.#seconds.set(route, series);
    }
    series.sum += seconds;
    series.count++;
    const at = BOUNDS.findIndex((bound) => seconds <= bound);
    if (at >= 0) series.counts[at]!++;
  }

  /** So many answers were given: items, outcomes, marks or verdicts. */
  answered(route: string, count: number): void {
    this.#answers.set(route, (this.#answers.get(route) ?? 0) + count);
  }

  /** All of it as text. */
  text(): string {
    const lines = [
      "# HELP alidade_requests_total Requests answered.",
      "# TYPE alidade_requests_total counter",
      ...Array.from(this.#requests, ([key, n]) => `alidade_requests_total{${key}} ${n}`),
      "# HELP alidade_answers_total Items, outcomes, marks and verdicts given.",
      "# TYPE alidade_answers_total counter",
      ...Array.from(this.#answers, ([r, n]) => `alidade_answers_total{route="${r}"} ${n}`),
      "# HELP alidade_requests_open Requests being answered.",
      "# TYPE alidade_requests_open gauge",
      `alidade_requests_open ${this.#open}`,
      "# HELP alidade_request_seconds Time to the end of an answer.",
      "# TYPE alidade_request_seconds histogram",
    ];
    for (const [route, { counts, sum, count }] of this.#seconds) {
      let below = 0;
      for (const [i, bound] of BOUNDS.entries()) {
        below += counts[i]!;
        lines.push(`alidade_request_seconds_bucket{route="${route}",le="${bound}"} ${below}`);
      }
      lines.push(`alidade_request_seconds_bucket{route="${route}",le="+Inf"} ${count}`);
      lines.push(`alidade_request_seconds_sum{route="${route}"} ${sum}`);
      lines.push(`alidade_request_seconds_count{route="${route}"} ${count}`);
    }
    return `${lines.join("\n")}\n`;
  }
}
