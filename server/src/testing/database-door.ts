import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import type { Server, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type DatabaseDoor = {
  /** The database, through this door. */
  url: string
  /** The database is away: open connections break, new ones are refused. */
  shut(): Promise<void>
  open(): Promise<void>
  remove(): Promise<void>
}

/** A socket before a real database, so that one test can lose it while others go on. */
export async function createDatabaseDoor(databaseUrl: string): Promise<DatabaseDoor> {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-door-'))
  const url = new URL(databaseUrl)
  const behind = join(url.searchParams.get('host')!, '.s.PGSQL.5432')
  url.searchParams.set('host', folder)
  const sockets = new Set<Socket>()
  let server: Server | null = null

  async function open(): Promise<void> {
    const opening = createServer((front) => pair(front, connect(behind), sockets))
    server = opening
    await new Promise<void>((resolve) => opening.listen(join(folder, '.s.PGSQL.5432'), resolve))
  }

  async function shut(): Promise<void> {
    const closing = server
    server = null
    if (!closing) return
    const closed = new Promise((resolve) => closing.close(resolve))
    for (const socket of sockets) socket.destroy()
    await closed
  }

  await open()
  return {
    url: url.href,
    shut,
    open,
    async remove() {
      await shut()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What ends on one side ends on the other. */
function pair(front: Socket, back: Socket, sockets: Set<Socket>): void {
  for (const [from, to] of [
    [front, back],
    [back, front],
  ] as const) {
    sockets.add(from)
    from.pipe(to)
    from.on('error', () => to.destroy())
    from.on('close', () => {
      sockets.delete(from)
      to.destroy()
    })
  }
}
