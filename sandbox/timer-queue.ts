/** A timer in the queue; `seq` keeps timers of the same moment in the order they were set. */
export interface Queued {
  time: number;
  seq: number;
  what: string;
  run: () => unknown;
  isBackground: boolean;
  cancelled: boolean;
}

const before = (a: Queued, b: Queued): boolean => a.time < b.time || (a.time === b.time && a.seq < b.seq);

/** A binary heap of timers: the earliest first, ties in the order of their setting. */
export class TimerQueue {
  #heap: Queued[] = [];
  #seq = 0;

  add(time: number, what: string, run: () => unknown, isBackground = false): Queued {
    const timer: Queued = { time, seq: this.#seq++, what, run, isBackground, cancelled: false };
    this.#heap.push(timer);
    this.#up(this.#heap.length - 1);
    return timer;
  }

  /** The earliest timer that is not cancelled, left in place. */
  peek(): Queued | undefined {
    while (this.#heap[0]?.cancelled) this.#removeFirst();
    return this.#heap[0];
  }

  /** The earliest that is no background timer. */
  nextAwaited(): Queued | undefined {
    let found: Queued | undefined;
    for (const timer of this.#heap)
      if (!timer.cancelled && !timer.isBackground && (!found || before(timer, found))) found = timer;
    return found;
  }

  take(): Queued | undefined {
    const first = this.peek();
    if (first) this.#removeFirst();
    return first;
  }

  clear(): void {
    this.#heap = [];
  }

  /** All live timers in the order they will run. */
  list(): Queued[] {
    return this.#heap.filter((timer) => !timer.cancelled).sort((a, b) => (before(a, b) ? -1 : 1));
  }

  #removeFirst(): void {
    const last = this.#heap.pop();
    if (last && this.#heap.length > 0) {
      this.#heap[0] = last;
      this.#down(0);
    }
  }

  #up(index: number): void {
    const heap = this.#heap;
    for (let at = index; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!before(heap[at] as Queued, heap[parent] as Queued)) return;
      [heap[at], heap[parent]] = [heap[parent] as Queued, heap[at] as Queued];
      at = parent;
    }
  }

  #down(index: number): void {
    const heap = this.#heap;
    for (let at = index; ; ) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < heap.length && before(heap[child] as Queued, heap[least] as Queued)) least = child;
      if (least === at) return;
      [heap[at], heap[least]] = [heap[least] as Queued, heap[at] as Queued];
      at = least;
    }
  }
}
