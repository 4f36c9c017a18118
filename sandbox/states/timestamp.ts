const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** Epoch milliseconds of an RFC 3339 text, cut down to whole seconds as Step Functions does; undefined if it is none. */
export function parseTimestamp(text: unknown): number | undefined {
  if (typeof text !== 'string' || !RFC3339.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : Math.floor(time / 1000) * 1000;
}

let lastTime = Number.NaN;
let lastText = '';

/** The instant as AWS writes it into the context object; the clock stands still most of the time, so one is kept. */
export function isoOf(time: number): string {
  if (time !== lastTime) {
    lastTime = time;
    lastText = new Date(time).toISOString();
  }
  return lastText;
}
