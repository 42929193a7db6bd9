import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { OtlpRefusal } from './otlp-refusal.ts'
import type { Share } from './room.ts'

export type OtlpBody = { contentEncoding: string | undefined; body: Readable }

const largestBytes = 8 * 1024 * 1024

/**
 * The body as it arrives, inflated on the way: not a piece more is held than there is room for.
 * @throws OtlpRefusal; Unavailable `telemetry.busy`; and when the sender hangs up
 */
export async function readBody({ body, contentEncoding }: OtlpBody, share: Share): Promise<Buffer> {
  const encoding = contentEncoding?.trim().toLowerCase() ?? 'identity'
  const pieces: Buffer[] = []
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const piece of bounded(source, 'The request is larger than 8 MB when inflated')) {
      share.take(piece.length)
      pieces.push(piece)
    }
  }
  if (encoding === 'identity') await collect(piecesOf(body))
  else if (encoding === 'gzip') await inflate(body, collect)
  else {
    const named = encoding.slice(0, 40)
    throw new OtlpRefusal(415, `Content-Encoding ${named} is not accepted: use gzip`)
  }
  return Buffer.concat(pieces)
}

async function inflate(
  body: Readable,
  collect: (source: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  const packed = bounded(piecesOf(body), 'The request is larger than 8 MB')
  try {
    await pipeline(packed, createGunzip(), collect)
  } catch (error) {
    // zlib's own names: Z_DATA_ERROR, Z_BUF_ERROR
    const code = (error as { code?: string }).code
    throw code?.startsWith('Z_') ? new OtlpRefusal(400, 'The body is not gzip') : error
  }
}

/** What is not read to its end is not destroyed with that: its sender still gets an answer. */
function piecesOf(body: Readable): AsyncIterable<Buffer> {
  return { [Symbol.asyncIterator]: () => body.iterator({ destroyOnReturn: false }) }
}

async function* bounded(source: AsyncIterable<Buffer>, what: string): AsyncGenerator<Buffer, void> {
  let bytes = 0
  for await (const piece of source) {
    bytes += piece.length
    if (bytes > largestBytes) throw new OtlpRefusal(413, `${what}: send smaller batches`)
    yield piece
  }
}
