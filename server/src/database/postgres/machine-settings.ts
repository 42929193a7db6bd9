import { totalmem } from 'node:os'

const megabyte = 1024 * 1024

/**
 * What PostgreSQL itself cannot know: how much of this machine it may use, and that its disk is no
 * turning one. The example and the desk share both with it, so it keeps an eighth of the memory,
 * and no more than it can write down in the seconds that a stop has.
 * @param memoryBytes of the machine, or of the container it is held to
 */
export function machineSettings(memoryBytes = memoryOfMachine()): string[] {
  const memory = Math.floor(memoryBytes / megabyte)
  return [
    `shared_buffers=${Math.min(512, Math.max(128, Math.floor(memory / 8)))}MB`,
    `effective_cache_size=${Math.max(256, Math.floor(memory / 2))}MB`,
    // a checkpoint writes each page whole again: rarer ones write less
    'max_wal_size=2GB',
    'random_page_cost=1.1',
  ]
}

function memoryOfMachine(): number {
  const allowed = process.constrainedMemory()
  return allowed > 0 ? Math.min(allowed, totalmem()) : totalmem()
}
