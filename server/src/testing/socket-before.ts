import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** PostgreSQL says by its port what its socket is called. */
const socket = '.s.PGSQL.5432'

/** A place for a door before a database: the socket to listen `at`, the one `behind`, the `url` that leads through. */
export function socketBefore(databaseUrl: string) {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-door-'))
  const url = new URL(databaseUrl)
  const behind = join(url.searchParams.get('host') ?? '', socket)
  url.searchParams.set('host', folder)
  return {
    url: url.href,
    at: join(folder, socket),
    behind,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
