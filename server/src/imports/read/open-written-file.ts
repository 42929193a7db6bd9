import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'

export type WrittenFile = {
  /** @returns whether there is room for more in memory */
  add(text: string): boolean
  /** @throws what went wrong, with this or with what was added before */
  write(text: string): Promise<void>
  /** Until all that was added lies in the file. @throws as write */
  settle(): Promise<void>
  /** @throws as write */
  close(): Promise<void>
}

/**
 * A file that grows while other work goes on. A disk that is full is thrown to whoever writes next, or
 * closes it: a stream on its own says it to nobody, and one that has failed never says that it has room.
 * @param flags as of node:fs
 */
export function openWrittenFile(path: string, flags = 'w'): WrittenFile {
  const file = createWriteStream(path, { flags, mode: 0o600 })
  const failed = new Promise<never>((_, reject) => file.on('error', reject))
  failed.catch(() => undefined) // thrown by the next one
  return {
    add: (text) => file.write(text),
    async write(text) {
      if (!file.write(text)) await Promise.race([once(file, 'drain'), failed])
    },
    settle() {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      file.write('', (error) => (error ? reject(error) : resolve()))
      return promise
    },
    async close() {
      file.end()
      await Promise.race([finished(file), failed])
    },
  }
}
