// A million random calls at two customers (FUZZ_CASES changes that; FUZZ_SEED repeats a run).
import { runProof } from '../run-proof.ts'

export async function run(): Promise<{ findings: number }> {
  const { FUZZ_CASES = '1000000', FUZZ_SEED = String(Date.now() % 1_000_000_007) } = process.env
  return runProof('two-customers', { PROOF_CALLS: FUZZ_CASES, PROOF_SEED: FUZZ_SEED })
}
