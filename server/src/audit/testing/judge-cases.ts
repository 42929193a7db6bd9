import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { verifyExport } from '../verify-export.ts'
import { createRandom } from './random.ts'
import type { Random } from './random.ts'
import { createHonest, tamper } from './tamper.ts'
import type { Case, Honest } from './tamper.ts'

type Judgement = { isGood: boolean; said: string }
export type Judge = {
  judge(one: Pick<Case, 'lines' | 'key' | 'heads'>): Promise<Judgement>
  end(): void
}

export const ownJudge: Judge = {
  async judge({ lines, key, heads }) {
    const { fault } = await verifyExport(lines, { publicKey: key, heads })
    return { isGood: fault === null, said: fault ? `${fault.kind}: ${fault.detail}` : 'good' }
  },
  end: () => undefined,
}

/** The independent verifier, in one process for all cases. */
export function startPythonJudge(): Judge {
  const here = fileURLToPath(new URL('verify-many.py', import.meta.url))
  const verifier = fileURLToPath(new URL('../../../../docs/security/verify.py', import.meta.url))
  const worker = spawn('python3', [here, verifier], { stdio: ['pipe', 'pipe', 'inherit'] })
  const answers = createInterface({ input: worker.stdout })[Symbol.asyncIterator]()
  return {
    async judge({ lines, key, heads }) {
      if (!worker.stdin.write(`${JSON.stringify({ lines, key, heads })}\n`)) {
        await once(worker.stdin, 'drain')
      }
      const { value, done } = await answers.next()
      if (done) throw new Error('the Python verifier ended early')
      const { good, said } = JSON.parse(value) as { good: boolean; said: string }
      return { isGood: good, said }
    },
    end: () => worker.stdin.end(),
  }
}

export type Tally = {
  cases: number
  missed: { how: string; seed: number }[]
  byHow: Map<string, number>
}

/** Tampers with small records until `count` cases were judged; one seed gives the same cases. */
export async function judgeTampered(
  judge: Judge,
  { count, seed, onCase }: { count: number; seed: number; onCase?: (done: number) => void },
): Promise<Tally> {
  const random = createRandom(seed)
  const records = await createHonestRecords(judge, random)
  const tally: Tally = { cases: 0, missed: [], byHow: new Map() }
  while (tally.cases < count) {
    const one = await tamper(random.pick(records), random)
    if (!one) continue
    const { isGood } = await judge.judge(one)
    if (isGood) tally.missed.push({ how: one.how, seed })
    tally.byHow.set(one.how, (tally.byHow.get(one.how) ?? 0) + 1)
    tally.cases++
    onCase?.(tally.cases)
  }
  return tally
}

/** @throws when an untouched record is not found as it was sealed */
async function createHonestRecords(judge: Judge, random: Random): Promise<Honest[]> {
  const records = await Promise.all(Array.from({ length: 20 }, () => createHonest(random)))
  for (const honest of records) {
    const { isGood, said } = await judge.judge(honest)
    if (!isGood) throw new Error(`An untouched record is refused: ${said}`)
  }
  return records
}
