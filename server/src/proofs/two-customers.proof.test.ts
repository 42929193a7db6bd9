import { permissionsOf } from '@firstline/contract/permissions'
import type { Route } from '@firstline/contract/route'
import { routes } from '@firstline/contract/routes'
import type { FastifyInstance } from 'fastify'
import { expect, test } from 'vitest'
import { readSource } from '#server/accounts/read-source.ts'
import { system } from '#server/core/actor.ts'
import { lookAtAccount } from '#server/accounts/scope.ts'
import type { AccountScope } from '#server/accounts/scope.ts'
import { settleRun } from '#server/actions/run/settle-run.ts'
import type { App } from '#server/app.ts'
import { minutes } from '#server/core/clock.ts'
import { Refusal } from '#server/core/errors.ts'
import { incident, nextCalls, randomOf } from './testing/customers-calls.ts'
import type { Call, Random } from './testing/customers-calls.ts'
import {
  judgeAnswer,
  judgeDatabase,
  judgeDryRuns,
  judgeLog,
  judgeSearches,
} from './testing/customers-watch.ts'
import type { Finding } from './testing/customers-watch.ts'
import { signInContact } from '#server/portal/testing/sign-in-contact.ts'
import { someIncident } from '#server/tickets/testing/factory.ts'
import { sendIncidentUpdate } from '#server/tickets/incidents/send-incident-update.ts'
import { createWorld } from './testing/customers-world.ts'
import type { Customer } from './testing/customers-world.ts'

/** `npm run fuzz two-customers` sets them. */
const count = Number(process.env.PROOF_CALLS ?? 6_000)
const seed = Number(process.env.PROOF_SEED ?? 20_261_123)
/** So often the customers' system goes on with its life. */
const chapter = 48
/** So many at once, all on tickets of one customer. */
const together = 8

const world = await createWorld()
const { company, customers } = world
await prepare()

const mustAnswer = [
  'escalate',
  'getEscalation',
  'returnEscalation',
  'openAccount',
  'readOpenedPanel',
  'trySource',
  'choosePick',
  'repeatChecks',
  'getTicketWorkspace',
  'searchTickets',
  'listIncidents',
  'getIncident',
  'listAffectedTickets',
  'linkIncident',
  'unlinkIncident',
  'linkTickets',
  'previewIncidentUpdate',
  'createIncidentUpdate',
  'takeBackIncidentUpdate',
  'replyToTicket',
  'takeBackReply',
  'setTicketPriority',
  'tagTicket',
  'listTags',
  'getPortal',
  'getPortalForm',
  'getPortalTicket',
  'createPortalTicket',
  'answerPortalTicket',
  'getPortalAttempt',
  'answerPortalAttempt',
  'endPortalAttempt',
  'snoozeTicket',
  'wakeTicket',
]

/** Not called here, and why none of them can show one customer to another. */
const uncalledOnes: Record<string, string> = {
  'what anybody may ask, of no customer':
    'getSetup getSchema getHealth getReadiness createFirstAdmin listSetupSteps skipSetupStep resumeSetupStep sendTestMail createSampleTicket removeSampleTicket readPasswordLink usePasswordLink askPasswordReset startPasskeySignIn getPortalStyle askPortalLink',
  'one customer alone, by a link that is made for them':
    'readRating giveRating followPortalLink getPortalLink usePortalLink signOutOfPortal',
  'the team and its sign-in, and nothing of customers':
    'getMe listPeople getSignInSecurity changePassword endSession endOtherSessions startPasskey addPasskey ' +
    'removePasskey invitePerson createApiKey changeRole disablePerson enablePerson releaseIdentity handOverApiKey revokeApiKey ' +
    'makePasswordLink listAiAgents createAiAgent changeAiAgent handOverAiAgent revokeAiAgent',
  'what companies wrote down, before any customer came':
    'getProject listConnections getConnection getSource listTicketTypes listTeams listRunbooks getRunbook compareRunbook getRunbookEditing listRunbookNames ' +
    'listActionControls stopAction resumeAction listRules getRule stopRule resumeRule listRunbookHealth saveRunbookDraft publishRunbook retireRunbook ' +
    'restoreRunbook verifyRunbook keepWorkingCopy dropWorkingCopy lintRunbook testRunbook listImportVendors ' +
    'getSystemStatus',
  'it changes one ticket, and shows of it what its ticket shows':
    'assignTicket setTicketAccount setProblemStart resolveTicket reopenTicket dismissReopen linkRepeat voidTicket ' +
    'refuseRunbookMatch answerCheck abandonRun assignEscalation waiveEscalation refuseActionApproval watchTicket unwatchTicket listEscalationWatchers ' +
    'watchEscalation unwatchEscalation withdrawActionApproval createTicket retryDelivery takeAsWork takeAsCourtesy',
  'one’s own words, shown to nobody else': 'listDrafts listTicketDrafts keepDraft forgetDraft',
  'one’s own inbox: marks, and what one is told of':
    'countNotifications markNotification markAllNotifications unmarkNotifications getNotificationKinds setNotificationKind',
  'texts of the desk, of no customer until one is filled':
    'listSavedReplies getSavedReplyUse offerSavedReplies createSavedReply changeSavedReply archiveSavedReply restoreSavedReply',
  'where the desk tells of events, and how that went: bodies are of ids, or of words by a choice on record':
    'listWebhooks createWebhook changeWebhook rotateWebhookSecret disableWebhook enableWebhook deleteWebhook ' +
    'testWebhook listWebhookDeliveries getWebhookDelivery resendWebhookDelivery resendFailedDeliveries',
  'what machines send, which is answered with counts':
    'receiveEmail receiveHook receiveLogs receiveTraces recordDeploy getMetrics',
  'mails before they are a ticket: of no customer yet':
    'countInboundMails listMailboxes checkInboundMails downloadInboundMail releaseInboundMail',
  'the mirror of another desk: how it goes, and the id of a ticket':
    'listBesideDesks findBesideTicket mirrorBesideTicket',
  'of one contact, for administrators, each on record':
    'findContacts exportContact downloadContactExport previewErasure eraseContact listErasures listRetention approveErasure refuseErasure',
  'histories of other systems':
    'uploadHistory previewImport listImports startImport getImport stopImport resumeImport downloadRejects ' +
    'setAsideHistory takeBackHistory',
  'figures: counts, and tickets by their number':
    'getScorecard listOpportunities listOpportunityEscalations getOpportunityIssue startOpportunity dismissOpportunity reopenOpportunity getScorecardChange ' +
    'getSelfService getIntegrity getCoaching listImpact getDiagnostics getScorecardChoices exportScorecard getScorecardMail ' +
    'addScorecardReader removeScorecardReader getEscalationLoop getLearningTime learnLesson nameWin declineWin ' +
    'forgetPhrase',
  'the whole desk, as its queue shows it to the team: numbers and subjects of tickets':
    'listRuleFirings tryRule',
  'the record, of ids and no data of customers':
    'getRecordState exportRecord checkRecord getEventProof',
  'it does not end, and says which lists are others now': 'streamEvents',
}
const showsNothing = new Set(Object.values(uncalledOnes).flatMap((names) => names.split(' ')))

/** Routes that nobody has called. */
function uncalled(called: ReadonlySet<string>): string[] {
  return Object.keys(routes).filter((name) => !called.has(name) && !showsNothing.has(name))
}

const addresses = Object.entries<Route>(routes).map(([name, { method, path }]) => ({
  name,
  method,
  is: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/?]+')}(?:\\?|$)`),
}))

function routeOf({ method, url }: Call): string {
  return addresses.find((each) => each.method === method && each.is.test(url))?.name ?? 'none'
}

type Tally = {
  calls: number
  ownSeen: number
  ownMetrics: number
  /** Of what is read by another id of the account. */
  ownBills: number
  byName: Map<string, number>
  routes: Set<string>
}

/** Routes that have given what was asked for: a call that is always refused tries nothing. */
const answered = new Set<string>()

async function send(http: FastifyInstance, call: Call, random: Random): Promise<string> {
  const person = whoCalls(call, random)
  const headers = call.isMcp
    ? { authorization: `Bearer ${world.aiKey}`, accept: 'application/json, text/event-stream' }
    : { 'x-person': person }
  const answer = await http.inject({
    method: call.method,
    url: call.url,
    headers: { ...headers, ...(call.body ? { 'content-type': 'application/json' } : {}) },
    ...(call.body ? { payload: JSON.stringify(call.body) } : {}),
    ...(call.form && call.of ? ofPortal(call.of, call.method, call.form) : {}),
  })
  if (answer.statusCode === 500) {
    throw new Error(`${call.name}: ${answer.body} ${world.logged.join('').slice(-3_000)}`)
  }
  // a form that was taken leads on
  if (answer.statusCode < 400) {
    answered.add(routeOf(call))
    keep(call, answer.body)
    if (call.makes === 'openings') openers.set(call.of?.openings.at(-1) ?? '', person)
  }
  return answer.body
}

/** As the browser of their contact sends it. */
function ofPortal({ session }: Customer, method: string, form: Record<string, string>) {
  const cookie = `firstline_help=${session}`
  if (method === 'GET') return { headers: { cookie } }
  const type = 'application/x-www-form-urlencoded'
  return {
    headers: { cookie, origin: world.app.config.origins[0], 'content-type': type },
    payload: new URLSearchParams(form).toString(),
  }
}

/** Who opened an account: nobody else may read by it. */
const openers = new Map<string, string>()
const opener = String(world.people.findIndex(({ role }) => permissionsOf[role].has('account:open')))

/** Mostly somebody who may. */
function whoCalls({ url, makes, isByOpener }: Call, random: Random): string {
  const opening = /account-openings\/([^/]+)/.exec(url)?.[1] ?? ''
  const usual = makes === 'openings' || isByOpener ? opener : (openers.get(opening) ?? '0')
  return random.below(4) > 0 ? usual : String(random.below(world.people.length))
}

/** What was made, for other calls to try. */
function keep({ of, keptBy = of ?? undefined, makes }: Call, body: string): void {
  if (!keptBy || !makes) return
  const { id, token } = JSON.parse(body) as { id?: string; token?: string | null }
  const made = makes === 'tokens' ? token : id
  if (!made) return
  keptBy[makes].push(made)
}

/** Both are written to, and may be hit by the same incident. */
async function prepare(): Promise<void> {
  const now = company.clock.now()
  await someIncident(company, { id: incident, title: 'Exports fail' })
  for (const customer of customers) {
    const { shownCanary, accountId, ticketId } = customer
    const { id } = await company.db
      .insertInto('contact')
      .values({
        name: `Kim ${shownCanary}`,
        email: `${shownCanary}@shop.example`,
        account_id: accountId,
        created_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    customer.contactId = id
    await company.db
      .updateTable('ticket')
      .set({ contact_id: id })
      .where('id', '=', ticketId)
      .execute()
  }
}

/** Each reply of an update is written by a job. */
async function writeUpdates(): Promise<void> {
  const waiting = company.db.selectFrom('incident_answer').select('update_id').distinct()
  for (const { update_id: update } of await waiting
    .where('message_id', 'is', null)
    .where('refused', 'is', null)
    .execute())
    await sendIncidentUpdate(world.app, { update })
}

/** Runs end, exports fail again, time passes. */
async function goOn(): Promise<void> {
  await writeUpdates()
  company.clock.advance(11 * minutes)
  for (const customer of customers) {
    const email = `${customer.shownCanary}@shop.example`
    customer.session = (await signInContact(world.app, email)).session
    customer.attempts = await newestAttempts(customer)
  }
  for (const { tokens, openings } of customers) {
    tokens.length = 0
    // all but the last have ended: they show nothing to anybody
    openings.splice(0, openings.length - 2)
  }
  const open = company.db.selectFrom('action_run').select('id')
  const rows = await open.where('state', 'in', ['intended', 'verifying', 'unknown']).execute()
  for (const { id } of rows) await settleRun(company, { run: id })
  await company.shop.query(`update shop.export set status = 'failed', attempts = 1`)
}

async function newestAttempts({ contactId }: Customer): Promise<string[]> {
  const rows = await company.db
    .selectFrom('self_service_attempt')
    .select('id')
    .where('contact_id', '=', contactId)
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .limit(20)
    .execute()
  return rows.map(({ id }) => id)
}

/** A scope that was made by hand: by copying, or by reading one from somewhere. */
async function forge(app: App, own: Customer, other: Customer): Promise<string> {
  const scope = await lookAtAccount(app, system('test'), own.ticketId)
  const forged = { ...scope, accountId: other.accountId, externalId: other.account }
  const answer = await readSource(app.sources, forged as AccountScope, 'own.list').catch(
    (error: unknown) => {
      if (error instanceof Refusal) return error.reason
      throw error
    },
  )
  return JSON.stringify(answer)
}

async function shoot(app: App, shots: number): Promise<{ findings: Finding[]; tally: Tally }> {
  const http = await world.serve(app)
  const random = randomOf(seed)
  const findings: Finding[] = []
  const tally: Tally = {
    calls: 0,
    ownSeen: 0,
    ownMetrics: 0,
    ownBills: 0,
    byName: new Map(),
    routes: new Set(),
  }
  const { seen, searched } = company.target
  while (tally.calls < shots) {
    if (tally.calls % chapter === 0) {
      await goOn()
      const forged = await forge(app, ...customers)
      if (!forged.includes('scope.forged')) findings.push({ what: 'shown', where: 'forged scope' })
    }
    if (tally.calls % 96_000 === 0 && tally.calls > 0) {
      process.stdout.write(`  ${tally.calls.toLocaleString('en')} calls\n`)
    }
    const batch = nextCalls(customers, random, together)
    const before = seen.length
    const searchesBefore = searched.length
    const answers = await Promise.all(batch.calls.map((call) => send(http, call, random)))
    batch.calls.forEach((call, n) => {
      tally.calls++
      tally.routes.add(routeOf(call))
      tally.byName.set(call.name, (tally.byName.get(call.name) ?? 0) + 1)
      if (call.of && answers[n]!.includes(call.of.shownCanary)) tally.ownSeen++
      if (call.of && answers[n]!.includes(call.of.metricCanary)) tally.ownMetrics++
      if (call.of && answers[n]!.includes(`"bill-${call.of.account}"`)) tally.ownBills++
      findings.push(...judgeAnswer(customers, call, answers[n]!))
    })
    findings.push(...judgeDryRuns(batch.own, seen.slice(before)))
    findings.push(...judgeSearches(batch.own, batch.calls, searched.slice(searchesBefore)))
    findings.push(...judgeLog(customers, world.logged.splice(0)))
  }
  findings.push(...(await judgeDatabase(world)))
  return { findings, tally }
}

test(
  'whatever is called, nothing of another customer is read, shown, logged, called or written',
  { timeout: Math.max(300_000, count * 1_000) },
  async () => {
    const { findings, tally } = await shoot(world.app, count)
    const foreign = await company.db
      .selectFrom('event')
      .select('data')
      .where('name', '=', 'security.foreign_row')
      .execute()
    const refusedOf = (source: string) =>
      foreign.filter(({ data }) => (data as { source?: string }).source === source)
    const [ofLogs, ofTraces] = [refusedOf('logs'), refusedOf('traces')]
    const ofBills = refusedOf('broken.bills')
    const runs = customers.reduce((sum, { runs: made }) => sum + made.length, 0)
    process.stdout.write(
      `Two customers: ${tally.calls} random calls of ${tally.byName.size} kinds (seed ${seed}): ${findings.length} foreign canaries; ${tally.ownSeen} answers with their own and ${tally.ownMetrics} with their metrics and ${tally.ownBills} by another id, ${runs} runs, ${company.target.seen.length} requests and ${company.target.searched.length} searches at the target, ${foreign.length} answers of sources and statements refused for a foreign row, ${ofLogs.length} of them of logs, ${ofTraces.length} of traces and ${ofBills.length} by another id\n`,
    )
    expect(findings.slice(0, 5)).toEqual([])
    expect(tally.routes).not.toContain('none')
    expect(uncalled(tally.routes)).toEqual([])
    for (const name of mustAnswer) expect(answered).toContain(name)
    // it was no silence that was listened to
    expect(tally.ownSeen).toBeGreaterThan(count / 20)
    expect(tally.ownMetrics).toBeGreaterThan(count / 200)
    expect(company.target.searched.length).toBeGreaterThan(count / 50)
    expect(runs).toBeGreaterThan(count / 500)
    expect(foreign.length).toBeGreaterThan(count / 50)
    expect(ofLogs.length).toBeGreaterThan(count / 2_000)
    expect(ofTraces.length).toBeGreaterThan(count / 2_000)
    expect(tally.ownBills).toBeGreaterThan(count / 2_000)
    expect(ofBills.length).toBeGreaterThan(count / 2_000)
  },
)

test('the same calls find it at once where rows are not told from those of another', async () => {
  const { connections } = world.app.sources
  const blind = {
    ...connections,
    sql(id: string) {
      const database = connections.sql(id)
      const read: typeof database.read = async (statement, values, limits) => {
        const rows = await database.read(statement, values, limits)
        return rows.map((row) => ({ ...row, account_id: String(values.account_id) }))
      }
      return { ...database, read }
    },
  }
  const broken = { ...world.app, sources: { ...world.app.sources, connections: blind } }
  const { findings } = await shoot(broken, 400)
  expect(new Set(findings.map(({ what }) => what))).toContain('shown')
})
