/** Does one due thing and says whether there was one. */
export type Job = { name: string; runNext: () => Promise<boolean> }

export type Worker = { nudge(): void; stop(): Promise<void> }

const pauseMs = 500

/** Each job in a loop of its own, so that slow exports never hold up the mail. */
export function startWorker(jobs: Job[]): Worker {
  const leaving = new AbortController()
  let sleepers: (() => void)[] = []

  const nudge = () => {
    const woken = sleepers
    sleepers = []
    for (const wake of woken) wake()
  }
  const pause = () =>
    new Promise<void>((wake) => {
      const timer = setTimeout(wake, pauseMs)
      sleepers.push(() => {
        clearTimeout(timer)
        wake()
      })
    })
  const loop = async (job: Job) => {
    while (!leaving.signal.aborted) {
      const foundOne = await attempt(job)
      if (!foundOne && !leaving.signal.aborted) await pause()
    }
  }

  const loops = jobs.map(loop)
  return {
    nudge,
    stop: async () => {
      leaving.abort()
      nudge()
      await Promise.all(loops)
    },
  }
}

async function attempt(job: Job): Promise<boolean> {
  try {
    return await job.runNext()
  } catch (error) {
    // The record stays due: the next round tries it again.
    const message = error instanceof Error ? error.message : String(error)
    process.stderr.write(`${JSON.stringify({ level: 'error', job: job.name, error: message })}\n`)
    return false
  }
}
