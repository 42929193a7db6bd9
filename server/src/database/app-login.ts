import { createHash, createHmac, hkdfSync, pbkdf2Sync, randomBytes } from 'node:crypto'
import pg from 'pg'
import { messageOf } from '#server/core/errors.ts'
import { openClient, readAddress, withClient } from './open-client.ts'

/** Holds what the product may do; nobody signs in as it. */
const appRole = 'firstline_app'

const longestName = 63
const lockKey = 7_241_002

/** What the product connects with. `warning`: why it could not be fenced in, and what to do. */
export type AppLogin = { url: string; warning?: string }

/**
 * A login that is a member of `firstline_app` and of nothing else: it cannot become the owner, whatever
 * SQL it is brought to run. Its password follows from the owner's, so that every node finds the same.
 * Where the owner may not make one, or the server lets nobody in that it does not know, the product goes
 * on as the owner that has put on the role, and says so.
 * @param ownerUrl a migrated database
 */
export async function ensureAppLogin(ownerUrl: string): Promise<AppLogin> {
  const { url, name, password } = loginFor(ownerUrl)
  if (await isConfined(url)) return { url }
  const owner = await openClient(ownerUrl, 'firstline login')
  try {
    await owner.query('select pg_advisory_lock($1)', [lockKey]) // another node may be making it
    if (!(await isConfined(url))) await makeLogin(owner, name, password)
    await requireConfined(url)
    return { url }
  } catch (error) {
    await requireMembership(owner)
    return { url: asRole(ownerUrl), warning: unfenced(messageOf(error)) }
  } finally {
    await owner.end()
  }
}

function unfenced(reason: string): string {
  return (
    'The desk works under the login of its database’s owner, which SQL could use to change the record: ' +
    `a login of its own could not be used (${reason}). Make one and set DATABASE_URL to it and ` +
    'DATABASE_MIGRATION_URL to the owner’s: docs/operate.md, “Two logins”'
  )
}

/** A login that an administrator made, for the product of an owner who migrates. */
export async function admitLogin(ownerUrl: string, url: string): Promise<AppLogin> {
  if (await isConfined(url)) return { url }
  const name = readAddress(url).user ?? ''
  const owner = await openClient(ownerUrl, 'firstline login')
  try {
    await owner.query(grantTo(name)).catch(() => undefined) // what is missing is said below
  } finally {
    await owner.end()
  }
  await requireConfined(url)
  return { url }
}

function loginFor(ownerUrl: string): { url: string; name: string; password: string | null } {
  const owner = readAddress(ownerUrl)
  const name = loginName(owner.database ?? 'firstline')
  const password = owner.password ? derivePassword(owner.password, name) : null
  return { url: withLogin(ownerUrl, owner.host, name, password), name, password }
}

/** Roles belong to the whole server: each database has a login of its own. */
export function loginName(database: string): string {
  const name = `${appRole}_${database}`
  if (Buffer.byteLength(name) <= longestName) return name
  return `${appRole}_${createHash('sha256').update(database).digest('hex').slice(0, 32)}`
}

function derivePassword(ownersPassword: string, name: string): string {
  const key = hkdfSync('sha256', ownersPassword, name, 'firstline database login', 32)
  return Buffer.from(key).toString('base64url')
}

function withLogin(address: string, host: string, name: string, password: string | null): string {
  const url = new URL(address)
  for (const field of ['user', 'password', 'options']) url.searchParams.delete(field)
  // a name needs a host to stand before; a socket's folder is a parameter, which counts for more
  if (url.hostname === '') {
    if (host.startsWith('/') && !url.searchParams.has('host')) url.searchParams.set('host', host)
    url.host = host.startsWith('/') ? 'localhost' : host
  }
  url.username = encodeURIComponent(name)
  url.password = password ?? ''
  return url.href
}

/** The owner that has put on the product's role, which SQL could take off again. */
function asRole(ownerUrl: string): string {
  const url = new URL(ownerUrl)
  url.searchParams.set('options', `-c role=${appRole}`)
  return url.href
}

async function makeLogin(owner: pg.Client, name: string, password: string | null): Promise<void> {
  const role = pg.escapeIdentifier(name)
  try {
    await owner.query(`create role ${role} login`)
  } catch (error) {
    const { code } = error as { code?: string }
    if (code !== '42710') throw error // made before
  }
  // the server gets a verifier: its log never has the password
  const secret = password === null ? 'null' : pg.escapeLiteral(scramVerifier(password))
  await owner.query(`alter role ${role} login password ${secret}`)
  // a login may set itself what lets nobody in by it any more
  await owner.query(`alter role ${role} reset all`)
  await owner.query(grantTo(name))
}

/** It has what `firstline_app` may do and cannot turn into it. */
function grantTo(name: string): string {
  return `grant ${appRole} to ${pg.escapeIdentifier(name)} with inherit true, set false`
}

/** RFC 5803. The passwords are ours and ASCII, so that they need no SASLprep. */
function scramVerifier(password: string): string {
  const iterations = 4096
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const keyed = (label: string) => createHmac('sha256', salted).update(label).digest()
  const stored = createHash('sha256').update(keyed('Client Key')).digest()
  const parts = [salt, stored, keyed('Server Key')].map((part) => part.toString('base64'))
  return `SCRAM-SHA-256$${iterations}:${parts[0]}$${parts[1]}:${parts[2]}`
}

async function isConfined(url: string): Promise<boolean> {
  return requireConfined(url).then(
    () => true,
    () => false,
  )
}

/** @throws saying what the login may that it must not, or must and may not */
export async function requireConfined(url: string): Promise<void> {
  const { rows } = await withClient(url, 'firstline login', (client) =>
    client.query<{ name: string; faults: string[] }>(askFaults),
  )
  for (const { name, faults } of rows) {
    if (faults.length > 0) throw new Error(`the login ${name} ${faults.join(', ')}`)
  }
}

const askFaults = `
  select session_user::text as name, array_remove(array[
    case when r.rolsuper then 'is a superuser' end,
    case when r.rolcreaterole then 'may create roles' end,
    case when r.rolreplication then 'may replicate' end,
    case when r.rolbypassrls then 'may bypass row security' end,
    case when exists (
      select from pg_class c where c.oid = 'public.event'::regclass
        and pg_has_role(session_user, c.relowner, 'member')) then 'is a member of the owner' end,
    case when exists (
      select from pg_database d where d.datname = current_database()
        and pg_has_role(session_user, d.datdba, 'member')) then 'is a member of the database’s owner' end,
    case when exists (
      select from pg_roles n where pg_has_role(session_user, n.oid, 'member') and n.rolname in (
        'pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program',
        'pg_write_all_data', 'pg_maintain')) then 'may reach files, programs or all data' end,
    case when has_table_privilege('public.event', 'update, delete, truncate, trigger')
      then 'may change the record' end,
    case when not has_any_column_privilege('public.event', 'insert')
      then 'is not a member of ${appRole}' end
  ], null) as faults
  from pg_roles r where r.rolname = session_user`

/** Without a login of its own the owner has to put on the role. */
async function requireMembership(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ owner: string }>(
    `select quote_ident(current_user) as owner where not pg_has_role($1, 'set')`,
    [appRole],
  )
  for (const { owner } of rows) {
    throw new Error(
      `${owner} may not work as ${appRole}. Let an administrator run: grant ${appRole} to ${owner};`,
    )
  }
}
