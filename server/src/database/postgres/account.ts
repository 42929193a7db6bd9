import { execFileSync, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'

/** Spawn options for the account PostgreSQL runs as; it stays our own where we are not root. */
export type Account = { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv }

/**
 * PostgreSQL refuses to run as root: then who owns the data runs it, at first `postgres`, else `nobody`.
 * @param folder with the data, if it is there already
 * @throws when another account's data lies there, which PostgreSQL would refuse less clearly
 */
export function accountFor(folder: string): Account {
  const owner = statSync(folder, { throwIfNoEntry: false })
  const own = process.getuid?.()
  if (own !== 0) {
    if (!owner || own === undefined || owner.uid === own) return { cwd: '/', env: plainEnv() }
    throw new Error(
      `${folder} belongs to another account (${owner.uid}): start as that one, ` +
        'or set FIRSTLINE_HOME to another folder',
    )
  }
  const account = owner && owner.uid !== 0 ? owner : databaseAccount()
  return { uid: account.uid, gid: account.gid, cwd: '/', env: plainEnv() }
}

function databaseAccount(): { uid: number; gid: number } {
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name)
    const gid = idOf('-g', name)
    if (uid !== null && gid !== null) return { uid, gid }
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

/** A language that is not installed, a time zone of nonsense and PG… are none of the server's business. */
function plainEnv(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
}

/** Asked of the system itself, as groups and access lists decide too. */
export function canEnter(folder: string, account: Account): boolean {
  return spawnSync('test', ['-x', folder], account).status === 0
}
