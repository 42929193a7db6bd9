// Every point at which a process can die, 20 times each (FUZZ_CASES changes that).
import { runProof } from '../run-proof.ts'

export async function run(): Promise<{ findings: number }> {
  return runProof('crash', { PROOF_ROUNDS: process.env.FUZZ_CASES ?? '20' })
}
