import { workerData } from 'node:worker_threads'
import { usedProcessorMs } from './used-processor.ts'

const looksEveryMs = 100

/** Milliseconds of the processor at which this process has to have answered; 0 when nothing is asked. */
const limit = workerData as Float64Array

// what does not come to an end leaves its own thread no moment to look
setInterval(() => {
  const [until = 0] = limit
  if (until > 0 && usedProcessorMs() > until) process.kill(process.pid, 'SIGKILL')
}, looksEveryMs)
