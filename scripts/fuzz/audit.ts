// Records that somebody tampered with, judged by both verifiers. FUZZ_CASES and FUZZ_SEED repeat a run.
import {
  judgeTampered,
  ownJudge,
  startPythonJudge,
} from '../../server/src/audit/testing/judge-cases.ts'
import type { Judge } from '../../server/src/audit/testing/judge-cases.ts'

export async function run(): Promise<{ findings: number }> {
  const count = Number(process.env.FUZZ_CASES ?? 100_000)
  const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000_007)
  const [own, python] = await Promise.all([
    judgeAll('Firstline', ownJudge, count, seed),
    judgeAll('verify.py', startPythonJudge(), count, seed),
  ])
  return { findings: own + python }
}

async function judgeAll(name: string, judge: Judge, count: number, seed: number): Promise<number> {
  const onCase = (done: number) => {
    if (done % 20_000 === 0) console.log(`  ${name}: ${done.toLocaleString('en')}`)
  }
  const { cases, missed, byHow } = await judgeTampered(judge, { count, seed, onCase })
  judge.end()
  const found = cases - missed.length
  console.log(`${name}: ${found} of ${cases} found, ${byHow.size} ways, seed ${seed}`)
  for (const { how } of missed.slice(0, 10)) console.log(`  missed: ${how}`)
  return missed.length
}
