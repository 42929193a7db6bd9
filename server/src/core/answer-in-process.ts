import { Worker } from 'node:worker_threads'
import { freezePrototypes } from '@firstline/contract/freeze-prototypes'
import { messageOf } from './errors.ts'
import type { Asked, Said } from './process-pool.ts'
import type { Watched } from './watch-processor.ts'
import { usedProcessorMs } from './used-processor.ts'

/** Answers the questions a process is asked, one after another; called once its modules are there. */
export function answerInProcess<Question, Answer>(answer: (question: Question) => Answer): void {
  freezePrototypes()
  const desk = process.ppid
  const limit = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT))
  const say = (said: Said<Answer> | 'ready') => process.send?.(said)
  process.on('message', ({ question, processorMs }: Asked<Question>) => {
    limit[0] = usedProcessorMs() + processorMs
    try {
      say({ answer: answer(question) })
    } catch (error) {
      say({ error: messageOf(error) })
    }
    limit[0] = 0
  })
  // it ends with the desk that started it, which a terminal tells at the same time, and not before
  process.on('disconnect', () => process.exit())
  process.on('SIGINT', goOn).on('SIGTERM', goOn)
  const workerData: Watched = { limit, desk }
  const watch = new Worker(new URL('./watch-processor.ts', import.meta.url), { workerData })
  watch.once('online', () => say('ready'))
}

const goOn = () => undefined
