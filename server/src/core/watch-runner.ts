import type { WorkerEvents } from 'graphile-worker'

/** A look a second: an end takes ten seconds at most, and who has nothing to do asks every second. */
const looksToEnd = 10
const looksWithoutSign = 30

type Watched = {
  /** Resolves, with what was seen, once the library will not come to an end by itself. */
  hung: Promise<string>
  /** Every worker has a job in hand, or asked for one lately; none of it is ending. */
  isAtWork(): boolean
  stop(): void
}

/**
 * The library waits for promises that never settle when its database dies in the wrong moment
 * (graphile/worker #592). It is not asked how it is: its deeds are watched. Patience is counted in
 * looks and not in time, so that a machine that stood still has not lost its workers by that.
 */
export function watchRunner(events: WorkerEvents, lookEveryMs: number): Watched {
  const silent = new Map<string, number>()
  const busy = new Set<string>()
  let looksSinceEnding: number | null = null
  const { promise: hung, resolve } = Promise.withResolvers<string>()

  const sign = ({ worker }: { worker: { workerId: string } }) => {
    silent.set(worker.workerId, 0)
    busy.delete(worker.workerId)
  }
  for (const name of ['worker:create', 'worker:getJob:empty', 'job:complete'] as const) {
    events.on(name, sign)
  }
  events.on('job:start', ({ worker }) => void busy.add(worker.workerId))
  for (const name of ['stop', 'pool:gracefulShutdown', 'pool:forcefulShutdown'] as const) {
    events.on(name, () => void (looksSinceEnding ??= 0))
  }

  // it may have been given a job in the answer that was lost, and would hold it for hours
  events.on('worker:getJob:error', () => resolve('nobody heard whether a worker was given a job'))

  function look(): void {
    if (looksSinceEnding !== null && ++looksSinceEnding > looksToEnd) {
      resolve('it began to end and did not come to an end')
    }
    for (const [worker, looks] of silent) {
      if (busy.has(worker)) continue
      silent.set(worker, looks + 1)
      if (looks + 1 > looksWithoutSign) resolve('a worker does not ask for jobs any more')
    }
  }

  const timer = setInterval(look, lookEveryMs)
  return {
    hung,
    isAtWork: () =>
      looksSinceEnding === null &&
      [...silent].every(([worker, looks]) => busy.has(worker) || looks <= looksToEnd),
    stop: () => clearInterval(timer),
  }
}
