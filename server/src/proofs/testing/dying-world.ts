import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SendMailOptions } from 'nodemailer'
import { afterAll } from 'vitest'
import { fetchMailboxes } from '#server/channels/imap/fetch-mailboxes.ts'
import { imapServer } from '#server/channels/testing/imap-server.ts'
import { testTimes } from '#server/channels/testing/mailboxes.ts'
import { followDesk } from '#server/beside/follow-desk.ts'
import { tellDesk } from '#server/beside/tell-desk.ts'
import { besideSection } from '#server/beside/testing/section.ts'
import { standIn } from '#server/beside/testing/stand-in.ts'
import { readConfig } from '#server/core/config.ts'
import { inTransaction } from '#server/core/in-transaction.ts'
import { enqueue } from '#server/core/jobs.ts'
import type { NewJob } from '#server/core/jobs.ts'
import { startWorker } from '#server/core/worker.ts'
import { createBrowser, openPortal } from '#server/portal/testing/portal-desk.ts'
import { signInContact } from '#server/portal/testing/sign-in-contact.ts'
import { reactionsOf, reactionsTogether } from '#server/reactions.ts'
import { openedRunbook } from '#server/self-service/testing/self-service-desk.ts'
import { projectFiles, runbookDesk } from '#server/runbooks/testing/shop.ts'
import { tasksOf } from '#server/tasks.ts'
import { createCommitDoor } from '#server/testing/commit-door.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { startReceiver } from '#server/webhooks/testing/receiver.ts'
import { createWebhook } from '#server/webhooks/create-webhook.ts'

export type DyingWorld = Awaited<ReturnType<typeof dyingWorld>>

/**
 * A desk that serves and works behind a door to its database that can break, with all that calls it and
 * that it calls: a mailbox, a portal, a rule, an endpoint of webhooks, a desk beside it. `desk` is the same
 * database, past the door.
 */
export async function dyingWorld() {
  const desk = await createTestDesk()
  desk.clock.set(new Date())
  const lead = await createPerson(desk, { role: 'lead', name: 'Lena' })
  const { email: assignee } = await desk.db
    .selectFrom('person')
    .select('email')
    .executeTakeFirstOrThrow()
  const [imap, receiver, home] = [await imapServer(), await startReceiver(), await someHome()]
  const shop = await runbookDesk(desk, {
    'firstline.yaml': projectFiles['firstline.yaml'] + sections(imap),
    'runbooks/parcel-not-received.md': openedRunbook,
    'rules/note.yaml': ruleFor(assignee),
  })
  const problems = shop.sources.project.problems()
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  const door = await createCommitDoor(desk.url)
  // what is asked for later is done earlier: the desk behind it is closed by then
  afterAll(() => door.remove())
  const mails: SendMailOptions[] = []
  const mailer = { isConnected: true, send: async (mail: SendMailOptions) => void mails.push(mail) }
  const config = readConfig({
    PUBLIC_URL: 'http://localhost:3999',
    LOG_LEVEL: 'silent',
    FIRSTLINE_HOME: home,
    FIRSTLINE_SECRET: 's'.repeat(40),
    WEBHOOK_TO: receiver.url,
  })
  const { app, http } = await openPortal(shop.folder, door.url, {
    sources: shop.sources,
    mailer,
    config,
  })
  const working = { ...app, db: app.jobDb, readDb: app.jobReadDb }
  const outside = standIn()
  const worker = await startWorker({
    url: door.url,
    db: working.db,
    log: app.log,
    tasks: {
      ...tasksOf(working),
      follow_desk: () => followDesk(working, outside.desk),
      tell_desk: (payload) => tellDesk(working, outside.desk, payload),
    },
    reactions: reactionsOf(working),
    together: reactionsTogether(working),
    schedule: [],
  })
  const fetching = fetchMailboxes(working, {
    env: { MAILBOX_PASSWORD: 'secret' },
    times: testTimes,
  })
  afterAll(async () => {
    door.open()
    await fetching.stop()
    await worker.stop()
    imap.stop()
    await rm(home, { recursive: true, force: true })
  })
  const hooked = { address: `${receiver.url}/hooks`, events: ['ticket.received' as const] }
  await createWebhook(app, lead, hooked)
  let customers = 0
  return {
    desk: { ...shop, config },
    app,
    door,
    imap,
    mails,
    receiver,
    outside,
    lead,
    home,
    /** What a verb would have enqueued. */
    ask: (...jobs: NewJob[]) => inTransaction(desk.db, (tx) => enqueue(tx, jobs)),
    /** Signed in to the portal, and known to the shop. */
    async customer() {
      const email = `buyer${++customers}@shop.example`
      const account = `acc_b${customers}`
      await shop.shop('insert into shop_customer values ($1, $2, $3)', [account, 'Buyer', email])
      const { session, scope } = await signInContact(desk, email)
      const browser = createBrowser({ http })
      browser.jar.set('firstline_help', session)
      return Object.assign(browser, { email, account, contactId: scope.contact.id })
    },
  }
}

async function someHome(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'firstline-dying-'))
}

/** A file of the example's kind. */
export async function someUpload({ desk, home, lead }: DyingWorld, content: string) {
  const path = join(home, `upload-${crypto.randomUUID()}`)
  await writeFile(path, content)
  const row = { file_name: 'log.csv', bytes: content.length, path, uploaded_by: lead.id }
  const { id } = await desk.db
    .insertInto('import_upload')
    .values({ ...row, uploaded_at: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

function sections({ port, ca }: { port: number; ca: string }): string {
  return `
portal: { enabled: true, title: Shop Help }
mailboxes:
  - name: shop
    address: help@shop.example
    imap: { host: localhost, port: ${port}, user: shop, password: env:MAILBOX_PASSWORD, ca: "file:${ca}" }
${besideSection.trimStart()}`
}

function ruleFor(assignee: string): string {
  return `apiVersion: firstline/v1
kind: Rule
id: note
title: Note what is ruled
when: [ticket.received]
if: ticket.subject.contains('Ruled')
then:
  assign: ${assignee}
  note: Call them first.
`
}
