import type { StepFile } from '@firstline/contract/formats/action'
import { present } from '@firstline/contract/present'
import { sentence } from '#server/core/sentence.ts'
import { nearest } from '#server/core/spelling.ts'
import type { Known } from '#server/connections/check-mapping.ts'
import { parseDuration } from '#server/project/duration.ts'
import type { Read, Verify } from './action.ts'
import { compileAt } from './action-problems.ts'
import type { Problems } from './action-problems.ts'

export function compileVerify(
  given: StepFile,
  reads: readonly Read[],
  { readable, steps }: { readable: Known; steps: readonly string[] },
  wrong: Problems,
): Verify {
  const { source, cel, within, give_up: giveUp = '24h' } = given.verify
  const [withinMs, giveUpMs] = [parseDuration(within), parseDuration(giveUp)]
  if (giveUpMs < withinMs) {
    const reason = sentence`It is given up (${giveUp}) before the time it may take (${within}) is over`
    wrong.add(['verify', 'give_up'], reason)
  }
  const records = reads.filter(({ isMeasured }) => !isMeasured)
  const read =
    records.find(({ name }) => name === source) ??
    records.find((candidate) => candidate.source === source)
  if (!read) {
    const known = records.map((candidate) => candidate.source)
    wrong.add(
      ['verify', 'source'],
      sentence`verify must read again what is under “read”`,
      nearest(source, known),
    )
  }
  const names = read ? verifyNames({ read, steps }) : [...readable.keys()]
  const declared = new Map([...readable].filter(([name]) => names.includes(name)))
  compileAt(cel, declared, ['verify', 'cel'], wrong)
  const ofChain = steps.length > 0 ? { steps } : {}
  return { read: read ?? present(reads[0]), cel, withinMs, giveUpMs, ...ofChain }
}

/** Verification reads one source anew; what the others said is in `before`. */
export function verifyNames({ read, steps = [] }: Pick<Verify, 'read' | 'steps'>): string[] {
  return ['input', 'scope', 'before', read.name, ...steps]
}
