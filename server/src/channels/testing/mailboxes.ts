import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify, parse } from 'yaml'
import { hours } from '#server/core/clock.ts'
import type { TestDesk } from '#server/testing/desk.ts'
import { ticketDesk } from '#server/tickets/testing/factory.ts'
import type { TicketDesk } from '#server/tickets/testing/factory.ts'
import { fetchMailboxes } from '#server/channels/imap/fetch-mailboxes.ts'
import type { MailboxTimes } from '#server/channels/imap/mailbox-times.ts'

/** What a test says of a mailbox; the rest is as unless told. */
export type MailboxWish = {
  user: string
  host: string
  port: number
  ca: string
  password?: string | undefined
  oauth2?: object
  moved_to?: string | null
  security?: string
  folder?: string
  address?: string
}

export type MailboxDesk = TicketDesk & {
  declare(mailboxes: readonly MailboxWish[]): Promise<void>
  /** @param times where they are others than a test's */
  startFetching(times?: Partial<MailboxTimes>): void
  stopFetching(): Promise<void>
  env: NodeJS.ProcessEnv
}

/** Nothing is looked at by itself: what a test sees, the server has said. Tries are made at once. */
export const testTimes: MailboxTimes = {
  connectMs: 20_000,
  silentMs: 2 * hours,
  lookMs: hours,
  keepMs: 200,
  pauseMs: { first: 50, most: 200 },
  refusedPauseMs: { first: 50, most: 400 },
}

/** A desk whose project declares mailboxes. */
export async function mailboxDesk(from: TestDesk): Promise<MailboxDesk> {
  const desk = await ticketDesk(from)
  const env: NodeJS.ProcessEnv = {}
  let running: ReturnType<typeof fetchMailboxes>[] = []
  return {
    ...desk,
    env,
    async declare(mailboxes) {
      const { project } = desk.sources
      const file = join(project.folder, 'firstline.yaml')
      const definition = parse(await readFile(file, 'utf8')) as Record<string, unknown>
      definition.mailboxes = mailboxes.map(({ ca, password, address, user, ...imap }) => {
        const name = `PASSWORD_OF_${user.toUpperCase().replaceAll(/\W/g, '_')}`
        if (password !== undefined) env[name] = password
        return {
          name: user,
          address: address ?? 'support@acme.example',
          imap: {
            ...imap,
            user,
            ca: `file:${ca}`,
            ...(password === undefined ? {} : { password: `env:${name}` }),
          },
        }
      })
      await writeFile(file, stringify(definition))
      await project.reload()
      const problems = project.problems()
      if (problems.length > 0) throw new Error(JSON.stringify(problems))
    },
    startFetching(times = {}) {
      running.push(fetchMailboxes(desk, { env, times: { ...testTimes, ...times } }))
    },
    async stopFetching() {
      const ending = running
      running = []
      await Promise.all(ending.map((each) => each.stop()))
    },
  }
}

/** A mail as a customer's server hands it over. @param more bytes after its words */
export function mailOf(subject: string, more = ''): string {
  const id = crypto.randomUUID()
  return [
    `From: Kim <${id}@nobody.example>`,
    'To: support@acme.example',
    `Message-ID: <${id}@nobody.example>`,
    `Subject: ${subject}`,
    'Date: Mon, 02 Mar 2026 09:00:00 +0000',
    '',
    `Hello, this is about ${subject}.${more}`,
    '',
  ].join('\r\n')
}

/** What is stored of a user's mailbox, in the order of its folder. */
export function mailsOf({ db }: Pick<TestDesk, 'db'>, user: string) {
  return db
    .selectFrom('inbound_mail')
    .selectAll()
    .where('mailbox', 'like', `${user}@%`)
    .orderBy('received_at')
    .orderBy('uid')
    .execute()
}

export async function countMails({ pool }: Pick<TestDesk, 'pool'>, user: string) {
  const sql = 'select count(*)::int as count from inbound_mail where mailbox like $1'
  const { rows } = await pool.query<{ count: number }>(sql, [`${user}@%`])
  return rows[0]!.count
}

export function mailboxRow({ db }: Pick<TestDesk, 'db'>, user: string) {
  return db.selectFrom('mailbox').selectAll().where('key', 'like', `${user}@%`).executeTakeFirst()
}
