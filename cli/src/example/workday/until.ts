import { setTimeout } from 'node:timers/promises'

const looksEveryMs = 250

/**
 * Asks until there is an answer.
 * @throws Error after two minutes, with what did not come
 */
export async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + 120_000; Date.now() < end;) {
    const found = await ask()
    if (found !== undefined) return found
    await setTimeout(looksEveryMs)
  }
  throw new Error(`${what} did not come within two minutes`)
}
