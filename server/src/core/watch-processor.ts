import { workerData } from 'node:worker_threads'
import { usedProcessorMs } from './used-processor.ts'

const looksEveryMs = 100

export type Watched = {
  /** Milliseconds of the processor at which this process has to have answered; 0 when nothing is asked. */
  limit: Float64Array
  /** Who asks: a process whose desk is gone gets another parent. */
  desk: number
}

const { limit, desk } = workerData as Watched

// what does not come to an end leaves its own thread no moment to look, nor to hear that nobody waits any more
setInterval(() => {
  const [until = 0] = limit
  const isLate = until > 0 && usedProcessorMs() > until
  if (isLate || process.ppid !== desk) process.kill(process.pid, 'SIGKILL')
}, looksEveryMs)
