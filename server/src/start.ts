import type { KeyPermission, Role as PersonRole } from '@firstline/contract/permissions'
import { present } from '@firstline/contract/present'
import type { InvitePerson } from '@firstline/contract/team'
import type { z } from 'zod'
import { createApp } from './create-app.ts'
import type { App } from './app.ts'
import { system } from './core/actor.ts'
import type { Actor } from './core/actor.ts'
import { readConfig } from './core/config.ts'
import { Conflict, NotFound } from './core/errors.ts'
import { openDatabase } from './database/open-database.ts'
import { outliveErrors } from './core/outlive-errors.ts'
import { requireFreePort } from './core/ports.ts'
import { createMailer } from './outbound/mailer.ts'
import { serve } from './serve.ts'
import type { Role } from './serve.ts'
import { addPerson } from './team/add-person.ts'
import { personActorOf } from './team/authenticate.ts'
import { closePublishedSignIns } from './team/close-published-sign-ins.ts'
import { createApiKey, hashOfKey } from './team/create-api-key.ts'
import { invitePerson } from './team/invite-person.ts'
import { makePasswordLink } from './team/make-password-link.ts'
import { makeSetupCode, setupCodeHours } from './team/setup-code.ts'
import { releaseIdentity } from './team/providers/release-identity.ts'
import { requirePasswordUse } from './team/requires-password.ts'
import type { Demo } from './team/get-setup.ts'

export type RunningDesk = {
  app: App
  /** By which the first person comes in, to be told to whoever started the desk; null once somebody is there. */
  setupCode: string | null
  stop(): Promise<void>
}

/**
 * One node in this process: database, migrations, then what its role does.
 * @throws Unavailable when the database cannot be used, Error when a port is taken
 */
export async function startDesk(
  env: NodeJS.ProcessEnv,
  { role = 'all', demo = null }: { role?: Role; demo?: Demo | null } = {},
): Promise<RunningDesk> {
  const config = readConfig(env)
  if (role !== 'worker') {
    await requireFreePort(config.port, config.host, 'PORT')
    await requireFreePort(config.smtpIn.port, config.smtpIn.host, 'SMTP_IN_PORT')
  }
  const started = new AsyncDisposableStack()
  try {
    const database = await openDatabase(env, { isMigrated: true })
    started.defer(() => database.leave())
    const app = await createApp(config, database.url, demo)
    started.defer(() => app.close())
    started.use(outliveErrors(app.log))
    if (database.warning) app.log.warn(database.warning)
    if (demo) await inviteDemoPeople(app, demo)
    else await closePublishedSignIns(app)
    const setupCode = role === 'worker' ? null : await makeSetupCode(app)
    const running = await serve(app, role)
    started.defer(() => running.stop())
    return { app, setupCode, stop: () => started.disposeAsync() }
  } catch (error) {
    await started.disposeAsync()
    throw error
  }
}

/** For the terminal, and for no log: it opens the desk. */
export function firstSteps({ app, setupCode }: RunningDesk): string | null {
  if (setupCode === null) return null
  return `
Nobody can sign in yet. Open ${new URL('/setup', app.config.publicUrl).href}
and give this code, once, within ${setupCodeHours} hours:  ${setupCode}`
}

const lineOf: Record<PersonRole, 'L1' | 'L2'> = {
  agent: 'L1',
  engineer: 'L2',
  lead: 'L1',
  admin: 'L1',
  auditor: 'L1',
}

async function inviteDemoPeople(app: App, demo: Demo): Promise<void> {
  for (const { email, password, name, role } of demo.signIns) {
    const known = await app.db
      .selectFrom('person')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirst()
    if (known) continue
    const person = { email, password, name, role, line: lineOf[role] }
    await addPerson(app, system('setup'), person).catch(unlessInvited)
  }
}

/** Another start of the same desk was faster. */
function unlessInvited(error: unknown): void {
  if (!(error instanceof Conflict)) throw error
}

type WantedKey = {
  name: string
  permissions: KeyPermission[]
  /** The address of who answers for it. */
  owner?: string
  expiresInDays?: number
}

/** The key a machine was given before, if this desk still knows it; else a new one. */
export async function ensureApiKey(
  app: App,
  given: string | undefined,
  { name, permissions, owner, expiresInDays }: WantedKey,
): Promise<string> {
  const known = given
    ? await app.db
        .selectFrom('api_key')
        .select('id')
        .where('hash', '=', hashOfKey(given))
        .where('revoked_at', 'is', null)
        .where('expires_at', '>', app.clock.now())
        .executeTakeFirst()
    : undefined
  if (given && known) return given
  const actor = owner ? await personByAddress(app, owner) : system('setup')
  const wish = { name, permissions, ...(expiresInDays ? { expiresInDays } : {}) }
  return (await createApiKey(app, actor, wish)).key
}

async function personByAddress({ db }: App, email: string): Promise<Actor> {
  const columns = ['id', 'name', 'role', 'line'] as const
  const row = await db
    .selectFrom('person')
    .select(columns)
    .where('email', '=', email)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  return row ? personActorOf(row) : system('setup')
}

/**
 * Adds a person from the command line, for the first sign-in of a new desk.
 * @returns the link; null where an identity provider lets them in
 */
export function invite(
  env: NodeJS.ProcessEnv,
  person: { email: string; name: string; role: string; line: string },
): Promise<string | null> {
  return atServer(env, async (shown) => {
    // checked by the verb, which names each fault
    const wish = person as z.input<typeof InvitePerson>
    const { link } = await invitePerson(shown, system('setup'), wish)
    return link
  })
}

/**
 * The way back of who is locked out, for whoever sits at the server: a link that sets a password, once. An
 * account of an identity provider is let go.
 * @throws NotFound `person.not-found`, Conflict `person.disabled` | `password.off`
 */
export function makeWayBack(env: NodeJS.ProcessEnv, email: string): Promise<string> {
  return atServer(env, async (shown) => {
    const person = await shown.db
      .selectFrom('person')
      .leftJoin('identity', 'identity.person_id', 'person.id')
      .select(['person.id', 'identity.id as identity'])
      .where('email', '=', email.toLowerCase())
      .executeTakeFirst()
    if (!person) throw new NotFound('person.not-found', 'There is no such person')
    requirePasswordUse(shown.sources.project.current().signIn, email)
    const wish = { personId: person.id, language: 'en', isSecondFactorRemoved: false } as const
    if (person.identity) await releaseIdentity(shown, system('setup'), { personId: person.id })
    return present((await makePasswordLink(shown, system('setup'), wish)).link)
  })
}

/** With links that are shown to whoever sits there, and hands them over: mail may not be set up yet. */
async function atServer<Result>(
  env: NodeJS.ProcessEnv,
  work: (shown: App) => Promise<Result>,
): Promise<Result> {
  const started = new AsyncDisposableStack()
  try {
    const database = await openDatabase(env, { isMigrated: true })
    started.defer(() => database.leave())
    const app = await createApp({ ...readConfig(env), logLevel: 'warn' }, database.url)
    started.defer(() => app.close())
    return await work({ ...app, mailer: createMailer({ smtpUrl: undefined, dkim: undefined }) })
  } finally {
    await started.disposeAsync()
  }
}
