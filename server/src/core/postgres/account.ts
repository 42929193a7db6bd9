import { execFileSync } from 'node:child_process'

/** Spawn options for the account PostgreSQL runs as; empty where we are not root. */
export type Account = { uid?: number; gid?: number; cwd: string }

/** PostgreSQL refuses to run as root: then `postgres`, else `nobody`, runs it. */
export function databaseAccount(): Account {
  if (process.getuid?.() !== 0) return { cwd: '/' }
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name)
    const gid = idOf('-g', name)
    if (uid !== null && gid !== null) return { uid, gid, cwd: '/' }
  }
  throw new Error('Running as root, and no account “postgres” or “nobody” to run PostgreSQL as')
}

function idOf(flag: string, name: string): number | null {
  try {
    return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }).trim())
  } catch {
    return null
  }
}
