/** Something has been in flight for longer than a minute of real time; the message names it. */
export class StillInFlight extends Error {
  readonly what: string[];
  constructor(what: string[], seconds: number) {
    super(`Still in flight after ${seconds} s: ${what.join('; ')}.`);
    this.name = 'StillInFlight';
    this.what = what;
  }
}

/** What has been started and is not over yet. */
export class InFlight {
  #flights = new Map<number, { what: string; since: number }>();
  #next = 0;
  #waiting: (() => void)[] = [];
  #stuckAfterMs: number;

  constructor(stuckAfterMs: number) {
    this.#stuckAfterMs = stuckAfterMs;
  }

  get count(): number {
    return this.#flights.size;
  }

  /** Call the answer when it is over; it says whether that was news. */
  start(what: string): () => boolean {
    const id = this.#next++;
    this.#flights.set(id, { what, since: performance.now() });
    return () => {
      const known = this.#flights.delete(id);
      if (known && this.#flights.size === 0) for (const wake of this.#waiting.splice(0)) wake();
      return known;
    };
  }

  /** Resolves when nothing is in flight. @throws StillInFlight */
  landed(): Promise<void> {
    if (this.#flights.size === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      let watch: NodeJS.Timeout;
      const wake = () => {
        clearTimeout(watch);
        resolve();
      };
      const look = () => {
        const waited = performance.now() - this.#stuckAfterMs;
        const stuck = [...this.#flights.values()].filter(({ since }) => since <= waited);
        if (stuck.length === 0) {
          watch = setTimeout(look, this.#oldestDueIn());
          return;
        }
        this.#waiting = this.#waiting.filter((waiting) => waiting !== wake);
        reject(
          new StillInFlight(
            stuck.map(({ what }) => what),
            this.#stuckAfterMs / 1000,
          ),
        );
      };
      watch = setTimeout(look, this.#oldestDueIn());
      this.#waiting.push(wake);
    });
  }

  #oldestDueIn(): number {
    const oldest = Math.min(...[...this.#flights.values()].map(({ since }) => since));
    return Math.max(1, Math.ceil(oldest + this.#stuckAfterMs - performance.now()) + 1);
  }
}
