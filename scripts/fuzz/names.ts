// Names that objects inherit, everywhere a name comes from outside, FUZZ_RUNS rounds. The prototypes are
// not frozen here as they are in a desk: what is written to them would show.
import { tryHostileNames } from '../../server/src/testing/hostile-names.ts'

export async function run(): Promise<{ findings: number }> {
  const rounds = Number(process.env.FUZZ_RUNS ?? 5_000)
  const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000_007)
  const findings = await tryHostileNames(rounds, seed)
  console.log(`${rounds.toLocaleString('en')} rounds of every way in, seed ${seed}`)
  for (const finding of findings.slice(0, 10)) console.log(`  ${finding}`)
  return { findings: findings.length }
}
