/** What becomes of each, a few at a time, in their order; the first that fails ends it. */
export async function inTurns<From, To>(
  all: readonly From[],
  atOnce: number,
  work: (each: From) => Promise<To>,
): Promise<To[]> {
  const done: To[] = []
  for (let begin = 0; begin < all.length; begin += atOnce) {
    done.push(...(await Promise.all(all.slice(begin, begin + atOnce).map(work))))
  }
  return done
}

/** What is left of a time that several calls have together, in milliseconds; never nothing. */
export function timeLeft(timeoutMs: number): () => number {
  const end = performance.now() + timeoutMs
  return () => Math.max(1, Math.ceil(end - performance.now()))
}
