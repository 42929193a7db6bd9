import { open } from 'node:fs/promises'
import { NotFound, Unavailable } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { callOut } from '#server/outbound/call-out.ts'
import { lineOf } from './seal.ts'
import { signedOf } from './seal-store.ts'
import type { Desk } from '#server/core/verb.ts'

/**
 * Writes a seal where the database's owner does not reach. May run twice: the same line twice says
 * the same.
 * @throws when the file or the address cannot be used; the job is then tried again
 */
export async function anchorSeal(desk: Desk, { number }: { number: number }): Promise<void> {
  const { anchor } = desk.config
  const row = await desk.db
    .selectFrom('seal')
    .select(['body', 'signature'])
    .where('number', '=', String(number))
    .executeTakeFirst()
  if (!row) throw new NotFound('seal.not-found', sentence`There is no seal ${number}`)
  const line = lineOf(signedOf(row))
  if (anchor?.file) await appendLine(anchor.file, line)
  if (anchor?.url) await post(anchor.url, line)
}

async function appendLine(file: string, line: string): Promise<void> {
  const opened = await open(file, 'a', 0o644)
  try {
    await opened.write(`${line}\n`)
    await opened.sync()
  } finally {
    await opened.close()
  }
}

async function post(url: string, line: string): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const { status } = await callOut(url, { method: 'POST', headers, body: line, timeoutMs: 10_000 })
  if (status >= 200 && status < 300) return
  throw new Unavailable('anchor.refused', sentence`The anchor answered ${status}`)
}
