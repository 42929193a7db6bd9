// A desk of four nodes whose database, network, disk and processes die every 5 to 40 seconds, until this
// many operations are acknowledged. FUZZ_CASES is another number; FUZZ_SEED repeats the order of what dies.
import { runProof } from '../run-proof.ts'

export async function run(): Promise<{ findings: number }> {
  const { FUZZ_CASES: cases = '25000', FUZZ_SEED: seed = String(Date.now() % 1_000_000_007) } =
    process.env
  return runProof('outages', { PROOF_OPERATIONS: cases, PROOF_SEED: seed }, 'alone')
}
