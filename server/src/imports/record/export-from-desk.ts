import { createWriteStream } from 'node:fs'
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
    const part = `${out}.part`
    const file = createWriteStream(part, { mode: 0o600 })
    await (out.endsWith('.gz') ? pipeline(text, createGzip(), file) : pipeline(text, file))
    await rename(part, out)
  } finally {
    await client.end()
  }
}
