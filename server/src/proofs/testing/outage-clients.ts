import { setTimeout as wait } from 'node:timers/promises'
import { ProblemError, createClient } from '@firstline/contract/client'
import type { Client } from '@firstline/contract/client'
import type { TicketSummary } from '@firstline/contract/tickets'
import { createTransport } from 'nodemailer'
import { messageOf } from '#server/core/errors.ts'
import { addressOf, requeue, supportAddress } from './outage-company.ts'
import type { Company } from './outage-company.ts'
import type { Random } from './customers-calls.ts'
import type { Ledger, Wish } from './outage-ledger.ts'
import type { DeskNode } from './outage-nodes.ts'

export type Surroundings = {
  webs: readonly DeskNode[]
  company: Company
  ledger: Ledger
  random: Random
  isOver(): boolean
  /** More work waits than the workers do in a moment: what is tried is outages, not how fast this machine is. */
  isBusy(): boolean
}

/** Nobody waits for an answer for longer, whatever hangs. */
const longestAnswerMs = 60_000
const pauseMs = 200
/** So often is one thing asked for whose answer did not come. */
const mostTries = 200

let marks = 0
const newMark = () => `mark-${(++marks).toString(36)}-`

/** A customer's mail server: it sends until it is told 250, each time the same mail. */
export async function sendMails(world: Surroundings, name: string): Promise<void> {
  const { webs, ledger, random } = world
  const transports = webs.map(({ smtpPort }) =>
    createTransport({
      host: '127.0.0.1',
      port: smtpPort,
      ignoreTLS: true,
      pool: true,
      maxConnections: 1,
      socketTimeout: longestAnswerMs,
    }),
  )
  for (let count = 0; !world.isOver(); count++) {
    await untilFree(world)
    const mark = newMark()
    const wish = ledger.begin('mail', mark)
    const messageId = `<${mark}${name}@mail.example>`
    const from = addressOf(random.below(500), `p${Math.floor(count / 5)}.${name}`)
    const mail = {
      from,
      to: supportAddress,
      subject: `Export ${mark}`,
      text: `Where is it? ${mark}`,
      messageId,
    }
    await untilTaken(wish, ledger, async () => {
      await random.pick(transports).sendMail(mail)
    })
  }
  for (const transport of transports) transport.close()
}

async function untilFree(world: Surroundings): Promise<void> {
  while (world.isBusy() && !world.isOver()) await wait(pauseMs)
}

async function untilTaken(wish: Wish, ledger: Ledger, send: () => Promise<void>): Promise<void> {
  while (wish.tries < mostTries && !wish.isAcknowledged) {
    wish.tries++
    try {
      await send()
      wish.isAcknowledged = true
    } catch (error) {
      const { responseCode } = error as { responseCode?: number }
      if (responseCode && responseCode >= 500) {
        ledger.findings.push(`a mail was refused for good: ${messageOf(error)}`)
      }
      count(ledger, responseCode ? `SMTP ${responseCode}` : 'SMTP no answer')
      await wait(pauseMs)
    }
  }
}

/** Somebody at a desk, who reads tickets and works on them; at another node whenever one is away. */
export async function workOnTickets(
  world: Surroundings,
  headers: Record<string, string>,
): Promise<void> {
  const clients = world.webs.map(({ url }) =>
    createClient({ baseUrl: url, headers: () => headers }),
  )
  const agent: Agent = { ...world, clients }
  while (!world.isOver()) {
    await untilFree(world)
    const tickets = await readTickets(agent)
    for (let turn = 0; turn < 20 && tickets.length > 0 && !world.isOver(); turn++) {
      await untilFree(world)
      await workOn(agent, world.random.pick(tickets))
    }
    if (tickets.length === 0) await wait(pauseMs)
  }
}

type Agent = Surroundings & { clients: readonly Client[] }

async function readTickets(agent: Agent): Promise<TicketSummary[]> {
  const query = { view: agent.random.pick(['open', 'new'] as const), limit: 50 }
  const answer = await ask(agent, (client, signal) => client.listTickets({ query }, { signal }))
  return answer.isDone ? answer.value.items : []
}

async function workOn(agent: Agent, ticket: TicketSummary): Promise<void> {
  const chance = agent.random.below(100)
  if (chance < 40) return write(agent, 'reply', ticket)
  if (chance < 55) return write(agent, 'note', ticket)
  if (chance < 75) return resolve(agent, ticket)
  if (chance < 85) return openTicket(agent)
  return runAction(agent, ticket)
}

/** Asked until there is an answer, always under its key: whether it was done is not known before. */
async function write(agent: Agent, kind: 'reply' | 'note', ticket: TicketSummary): Promise<void> {
  const mark = newMark()
  const call = { params: { ticketId: ticket.id }, body: { text: `We look at it. ${mark}` } }
  const wish = agent.ledger.begin(kind, mark)
  const key = mark
  await untilAnswered(agent, wish, (client, signal) =>
    kind === 'reply'
      ? client.replyToTicket(call, { signal, key })
      : client.addNote(call, { signal, key }),
  )
}

async function openTicket(agent: Agent): Promise<void> {
  const mark = newMark()
  const contactEmail = addressOf(agent.random.below(500), 'phone')
  const body = { subject: `By phone ${mark}`, text: `Somebody called. ${mark}`, contactEmail }
  const wish = agent.ledger.begin('ticket', mark)
  const options = { key: mark }
  await untilAnswered(agent, wish, (client, signal) =>
    client.createTicket({ body }, { ...options, signal }),
  )
}

/** Done at most once however often it is asked for: asked until there is an answer. */
async function resolve(agent: Agent, ticket: TicketSummary): Promise<void> {
  const mark = newMark()
  const reply = agent.random.below(2) === 0 ? { reply: `It is done. ${mark}` } : {}
  const call = { params: { ticketId: ticket.id }, body: { summary: `Done ${mark}`, ...reply } }
  const wish = agent.ledger.begin('resolution', mark)
  await untilAnswered(agent, wish, (client, signal) => client.resolveTicket(call, { signal }))
}

/** As before: one token, one run. */
async function runAction(agent: Agent, ticket: TicketSummary): Promise<void> {
  const account = ticket.account?.externalId
  if (!account) return
  const exportId = await agent.company.failExport(account)
  const params = { ticketId: ticket.id }
  const wanted = { params, body: { action: requeue, input: { export_id: exportId } } }
  const preview = await ask(agent, (client, signal) => client.previewAction(wanted, { signal }))
  const token = preview.isDone ? preview.value.token : null
  if (!token) return
  const wish = agent.ledger.begin('run', exportId)
  const call = { params, body: { token, reason: 'The customer asked for it' } }
  await untilAnswered(agent, wish, (client, signal) => client.runAction(call, { signal }))
}

type Asking<T> = (client: Client, signal: AbortSignal) => Promise<T>
type Answer<T> = { isDone: true; value: T } | { isDone: false; isRefused: boolean }

async function untilAnswered(agent: Agent, wish: Wish, asking: Asking<unknown>): Promise<void> {
  while (wish.tries < mostTries) {
    wish.tries++
    const answer = await ask(agent, asking)
    if (answer.isDone) wish.isAcknowledged = true
    if (answer.isDone || answer.isRefused) return
  }
}

/** One call at one of the nodes. Refused: it will be, however often it is asked. */
async function ask<T>(agent: Agent, asking: Asking<T>): Promise<Answer<T>> {
  const { ledger, random, clients } = agent
  const began = performance.now()
  try {
    const value = await asking(random.pick(clients), AbortSignal.timeout(longestAnswerMs))
    return { isDone: true, value }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const { status, reason } = error.problem
    count(ledger, `HTTP ${status} ${reason}`)
    if (performance.now() - began >= longestAnswerMs) {
      ledger.findings.push(`no answer within ${longestAnswerMs / 1000} s`)
    }
    if (![0, 409, 429, 503].includes(status)) {
      ledger.findings.push(`answered ${status} ${reason}: ${error.message}`)
    }
    // under way at another node: its answer is there in a moment
    const isRefused = status === 409 && reason !== 'idempotency-key.running'
    if (isRefused) return { isDone: false, isRefused }
    await wait(pauseMs)
    return { isDone: false, isRefused: false }
  }
}

function count({ refused }: Ledger, what: string): void {
  refused.set(what, (refused.get(what) ?? 0) + 1)
}
