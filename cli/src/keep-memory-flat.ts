import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

const enoughNewBytes = 16 * 1024 * 1024
const lookedAtEveryMs = 20

/**
 * A row of a file lives for a moment only. V8 would let its space for new objects grow to 100 MB,
 * and what lasts to several times of what is in use. The smallest space for new objects, though,
 * costs as much processor time as the work itself: it may grow to a few megabytes. Once it runs, V8
 * takes no such limit, only a factor of growth; and it makes that space small again at every rest.
 * To be called before the modules of the command are loaded, as that alone would fill it.
 */
export function keepMemoryFlat(): void {
  setFlagsFromString('--heap-growing-percent=100')
  letNewSpaceGrow(false)
  setInterval(() => letNewSpaceGrow(newBytes() < enoughNewBytes), lookedAtEveryMs).unref()
}

function letNewSpaceGrow(mayGrow: boolean): void {
  setFlagsFromString(`--semi-space-growth-factor=${mayGrow ? 2 : 1}`)
}

function newBytes(): number {
  const spaces = getHeapSpaceStatistics()
  return spaces.find(({ space_name: name }) => name === 'new_space')?.space_size ?? enoughNewBytes
}
