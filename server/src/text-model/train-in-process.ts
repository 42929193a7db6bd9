import { createProcessPool } from '#server/core/process-pool.ts'
import type { Example } from './train-text-model.ts'

const pool = createProcessPool<readonly Example[], Uint8Array>(
  new URL('./train-process.ts', import.meta.url),
  { processes: 1, waiting: 4, processorMs: 10 * 60_000, memoryMb: 1_024 },
)

/**
 * Trains beside the desk's own process, which goes on answering requests meanwhile.
 * @returns the model as it is stored
 * @throws what the training threw
 */
export async function trainInProcess(examples: readonly Example[]): Promise<Buffer> {
  return Buffer.from(await pool.ask(examples))
}
