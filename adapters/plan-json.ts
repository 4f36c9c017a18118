import { UnreadableFile, unreadable } from './plan-csv/faults.ts';
import type { PlanInFile } from './plan-files.ts';

/**
 * The plans of a JSON file, in its order: a list, an object whose `plans` is one, or one plan after the other (JSON
 * lines). Reads as it goes.
 *
 * @throws UnreadableFile when plans cannot be told apart.
 */
export async function* plansInJson(slices: AsyncIterable<string>): AsyncGenerator<PlanInFile> {
  const scanner = new Scanner();
  let found = 0;
  for await (const slice of slices) {
    for (const { text, line } of scanner.read(slice)) {
      found++;
      yield planIn(text, line);
    }
  }
  if (scanner.isInside) {
    const message = `The file ends in the middle of plan ${found + 1}: was it cut off?`;
    throw new UnreadableFile([unreadable(message, scanner.line)]);
  }
  if (found === 0) throw new UnreadableFile([unreadable('There is no plan in this file.')]);
}

function planIn(text: string, line: number): PlanInFile {
  try {
    return { line, draft: JSON.parse(text), faults: [] };
  } catch {
    return {
      line,
      faults: [unreadable('This plan is not JSON: look for a missing comma, quote or bracket.', line)],
    };
  }
}

const BEGIN = /^\ufeff?\s*(?:\[|\{\s*"plans"\s*:\s*\[)?/;
const BLANK = /[\s,]/;

/** Cuts JSON into the objects that are plans, by counting brackets outside of texts. */
class Scanner {
  line = 1;
  private depth = 0;
  private inText = false;
  private escaped = false;
  private begun = false;
  private ended = false;
  private text = '';
  private from = 1;

  get isInside(): boolean {
    return this.depth > 0;
  }

  *read(slice: string): Generator<{ text: string; line: number }> {
    const all = this.begun ? slice : this.text + slice;
    let at = 0;
    if (!this.begun) {
      this.text = all;
      // Enough to see how the file begins, unless that is all there is.
      if (/^\ufeff?\s*(?:\{\s*)?$/.test(all)) return;
      this.text = '';
      this.begun = true;
      at = BEGIN.exec(all)?.[0].length ?? 0;
      this.line += all.slice(0, at).split('\n').length - 1;
    }
    let start = at;
    for (; at < all.length; at++) {
      const sign = all[at] as string;
      if (sign === '\n') this.line++;
      if (this.inText) {
        if (this.escaped) this.escaped = false;
        else if (sign === '\\') this.escaped = true;
        else if (sign === '"') this.inText = false;
      } else if (this.depth === 0) {
        if (sign === '{') {
          this.depth = 1;
          start = at;
          this.from = this.line;
        } else if (sign === ']') this.ended = true;
        else if (!BLANK.test(sign) && !this.ended) throw this.notAPlan();
      } else if (sign === '"') this.inText = true;
      else if (sign === '{' || sign === '[') this.depth++;
      else if (sign === '}' || sign === ']') {
        this.depth--;
        if (this.depth === 0) {
          yield { text: this.text + all.slice(start, at + 1), line: this.from };
          this.text = '';
          start = at + 1;
        }
      }
    }
    if (this.depth > 0) this.text += all.slice(start);
  }

  private notAPlan(): UnreadableFile {
    const message =
      'A plan is expected here, as an object in curly brackets. The file is a list of plans, or {"plans": […]}, or one plan after the other.';
    return new UnreadableFile([unreadable(message, this.line)]);
  }
}
