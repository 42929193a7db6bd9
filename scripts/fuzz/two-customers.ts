// A million random calls at two customers (FUZZ_CASES changes that; FUZZ_SEED repeats a run).
import { runProof } from '../run-proof.ts'

export async function run(): Promise<{ findings: number }> {
  const { FUZZ_CASES: cases = '1000000', FUZZ_SEED: seed = String(Date.now() % 1_000_000_007) } =
    process.env
  return runProof('two-customers', { PROOF_CALLS: cases, PROOF_SEED: seed })
}
