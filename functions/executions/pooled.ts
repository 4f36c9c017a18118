/** Step Functions allows few calls a second: so many of ours are under way at once. */
const AT_ONCE = 5;

/** What `work` answers for each, in their order. */
export async function pooled<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = new Array(all.length);
  const left = [...all.entries()];
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) answers[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, all.length) }, worker));
  return answers;
}
