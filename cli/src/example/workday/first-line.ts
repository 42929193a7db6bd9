import { ProblemError } from '@firstline/contract/client'
import type { Client } from '@firstline/contract/client'
import type { RunbookRun, RunOutcome } from '@firstline/contract/runbooks'
import type { TicketSummary } from '@firstline/contract/tickets'
import type { Case } from './customers.ts'
import type { DeskPerson } from './desk-people.ts'
import { until } from './until.ts'

type Outcome = RunOutcome

/** What somebody at a desk does with tickets, by the interface the web app uses. */

/** Waits until the mail is a ticket. */
export function ticketOf(
  { desk }: DeskPerson,
  mail: { email: string; subject: string },
): Promise<TicketSummary> {
  return until(`A ticket of ${mail.email} about “${mail.subject}”`, async () => {
    const { items } = await desk.listTickets({ query: { view: 'open', limit: 100 } })
    return items.find(
      ({ contact, subject }) => contact?.email === mail.email && subject === mail.subject,
    )
  })
}

export function ticketOfCase(agent: DeskPerson, made: Case): Promise<TicketSummary> {
  return ticketOf(agent, { email: made.contact.email, subject: made.complaint.subject })
}

/** Who has answered it has it already. */
export async function take({ desk, id }: DeskPerson, ticketId: string): Promise<void> {
  try {
    await desk.assignTicket({ params: { ticketId }, body: { personId: id } })
  } catch (error) {
    const isTaken =
      error instanceof ProblemError && error.problem.reason === 'ticket.assigned-already'
    if (!isTaken) throw error
  }
}

/** Follows the runbook that matched, with the record of the case, to its cause. */
async function followRunbook(
  { desk }: DeskPerson,
  ticketId: string,
  made: Case,
): Promise<RunbookRun & { outcome: Outcome }> {
  const runbook = await until('A runbook for the ticket', async () => {
    const { items } = await desk.listRunbookMatches({ params: { ticketId } })
    return items.find(({ isMatch }) => isMatch)?.runbook.id
  })
  const { id } = await desk.startRunbook({ params: { ticketId }, body: { runbook } })
  return until('The cause', async () => {
    const run = await desk.getRunbookRun({ params: { id } })
    await answerNext(desk, run, made).catch(lookAgain)
    return run.state === 'cause_found' && run.outcome ? { ...run, outcome: run.outcome } : undefined
  })
}

/** What the run waits for: the record of the case, or that nothing else is the matter. */
async function answerNext(desk: Client, run: RunbookRun, made: Case): Promise<unknown> {
  const { id, revision } = run
  const open = run.picks.find(({ state }) => state === 'open')
  if (open) {
    const params = { id, name: open.name }
    return desk.choosePick({ params, body: { value: made.record_id, revision } })
  }
  const asked = run.checks.find(({ kind, state }) => kind === 'ask' && state === 'open')
  if (!asked) return undefined
  return desk.answerCheck({ params: { id, check: asked.name }, body: { value: false, revision } })
}

/** What a machine found while one answered came first: one answers what is there now. */
function lookAgain(error: unknown): void {
  const isOutrun = error instanceof ProblemError && error.problem.reason === 'run.changed-meanwhile'
  if (!isOutrun) throw error
}

/** Previews, confirms and waits until the company's own data show that it happened. */
async function act(
  { desk }: DeskPerson,
  ticketId: string,
  wish: { action: string; input: Record<string, unknown>; reason: string; runbookRunId?: string },
): Promise<void> {
  const { action, input, ...confirmed } = wish
  const { token } = await desk.previewAction({ params: { ticketId }, body: { action, input } })
  if (!token) throw new Error(`${action} cannot be run on this ticket`)
  const run = await desk.runAction({ params: { ticketId }, body: { token, ...confirmed } })
  await until(`The end of ${action}`, async () => {
    const { state } = await desk.getActionRun({ params: { runId: run.id } })
    if (state === 'failed' || state === 'unknown') throw new Error(`${action} is ${state}`)
    return state === 'verified' ? true : undefined
  })
}

/** A case resolved at the first line: by its runbook, its actions, and the words that go with it. */
export async function resolveByRunbook(agent: DeskPerson, made: Case): Promise<string> {
  const { id: ticketId } = await ticketOfCase(agent, made)
  await take(agent, ticketId)
  const run = await followRunbook(agent, ticketId, made)
  const { actions, say, cause } = run.outcome
  for (const { id: action, input } of actions) {
    const reason = `${run.runbook.title}: ${cause}`
    await act(agent, ticketId, { action, input, reason, runbookRunId: run.id })
  }
  const summary = actions.map(({ title }) => title).join(', ') || cause
  const body = { summary, ...(say && { reply: `Hi ${firstName(made)},\n\n${say}` }) }
  await agent.desk.resolveTicket({ params: { ticketId }, body })
  return ticketId
}

export async function escalateByRunbook(agent: DeskPerson, made: Case): Promise<string> {
  const { id: ticketId } = await ticketOfCase(agent, made)
  await take(agent, ticketId)
  const run = await followRunbook(agent, ticketId, made)
  const { escalation, say } = run.outcome
  const identifiers = Object.fromEntries(
    (escalation?.identifiers ?? []).map(({ name, value }) => [name, value ?? made.record_id]),
  )
  const wish = escalation ?? {
    // whoever has published what came of the last one has an action for it
    to: 'Platform',
    because: 'Completed, and no mail was sent',
  }
  const note = escalation ? '' : 'The runbook has an action, but why the mail is lost is not known.'
  const body = { to: wish.to, because: wish.because, identifiers, note, runbookRunId: run.id }
  await agent.desk.escalate({ params: { ticketId }, body })
  if (say) await agent.desk.replyToTicket({ params: { ticketId }, body: { text: say } })
  return ticketId
}

export function firstName({ contact }: Case): string {
  return contact.name.split(' ')[0] ?? contact.name
}
