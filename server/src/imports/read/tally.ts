import type { Refusal } from './rows.ts'

export type ReasonCount = {
  reason: string
  count: number
  examples: { line: number; detail: string }[]
}

/** Counts refusals by reason and keeps the first few of each, so that memory stays small. */
export class Tally {
  readonly #reasons = new Map<string, ReasonCount>()

  add({ line, reason, detail }: Refusal): void {
    const counted = this.#reasons.get(reason) ?? { reason, count: 0, examples: [] }
    counted.count += 1
    if (counted.examples.length < 3) counted.examples.push({ line, detail })
    this.#reasons.set(reason, counted)
  }

  get total(): number {
    return this.reasons().reduce((sum, { count }) => sum + count, 0)
  }

  /** Most frequent first. */
  reasons(): ReasonCount[] {
    return [...this.#reasons.values()].sort((a, b) => b.count - a.count)
  }

  /** A line for each reason, with its first example. */
  inWords(): string {
    const lines = this.reasons().map(({ reason, count, examples }) => {
      const example = examples[0] ? `, e.g. line ${examples[0].line}: ${examples[0].detail}` : ''
      return `  ${reason}: ${count} rows${example}`
    })
    return lines.join('\n')
  }
}
