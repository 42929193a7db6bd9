import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Example } from './train-text-model.ts'

/**
 * Trains beside the process's own thread, which goes on answering requests meanwhile.
 * @returns the model as it is stored
 * @throws what the training threw
 */
export async function trainInThread(examples: readonly Example[]): Promise<Buffer> {
  const thread = new Worker(new URL('./train-thread.ts', import.meta.url), {
    workerData: examples,
    resourceLimits: { maxOldGenerationSizeMb: 1_024 },
  })
  try {
    const [stored] = (await once(thread, 'message')) as [Uint8Array]
    return Buffer.from(stored)
  } finally {
    await thread.terminate()
  }
}
