import { createWriteStream, rmSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { connect } from './connect.ts'
import { exportHistory } from './export-history.ts'
import type { ExportChoice } from './export-history.ts'

/**
 * Exports from a process that runs no desk itself.
 * @param out a file, gzipped where its name ends in .gz; it appears when it is whole
 */
export async function exportFromDesk(
  url: string,
  out: string | Writable,
  choice: ExportChoice,
): Promise<void> {
  const client = await connect(url)
  try {
    const text = Readable.from(exportHistory(client, choice), { objectMode: false })
    if (typeof out !== 'string') return await pipeline(text, out, { end: false })
    await becomeWhole(out, (part) => {
      const file = createWriteStream(part, { mode: 0o600 })
      return out.endsWith('.gz') ? pipeline(text, createGzip(), file) : pipeline(text, file)
    })
  } finally {
    await client.end()
  }
}

/** Nothing of it is left where it fails, or where the process is told to stop. */
async function becomeWhole(path: string, write: (part: string) => Promise<void>): Promise<void> {
  const part = `${path}.part`
  const forget = () => rmSync(part, { force: true })
  process.once('exit', forget)
  try {
    await write(part)
    await rename(part, path)
  } finally {
    process.off('exit', forget)
    forget()
  }
}
