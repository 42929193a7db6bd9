import {
  AbandonRun,
  AnswerCheck,
  ChoosePick,
  RunbookRun,
  StartRunbook,
  runbookRoutes,
} from '@firstline/contract/runbooks'
import { Id } from '@firstline/contract/common'
import { NotFound } from '#server/core/errors.ts'
import { ticketId, tool } from './tool.ts'
import type { Counter } from './tool.ts'

const runId = Id.describe('Id of the runbook run, from start_runbook')

export const matchRunbooks = tool({
  title: 'Match runbooks',
  description: 'The runbooks that fit the ticket best, with the reasons.',
  effect: 'sees',
  input: { ticketId },
  output: runbookRoutes.listRunbookMatches.response,
  call: ({ ask }, input) => ask('listRunbookMatches', input),
})

export const startRunbook = tool({
  title: 'Start a runbook',
  description:
    'Start a published runbook on the ticket and run its machine checks (at most 15 s). The answer says what is open: a record to choose, a question to answer, or the cause it found. The cause is computed from the checks; it is not yours to decide.',
  effect: 'notes',
  input: { ticketId, runbook: StartRunbook.shape.runbook },
  output: RunbookRun,
  call: ({ ask }, input) => ask('startRunbook', input),
})

export const chooseRecord = tool({
  title: 'Choose the record a runbook is about',
  description:
    'Choose one of the candidates of an open pick; the checks that need it run then. Send the `revision` you saw.',
  effect: 'notes',
  input: { ticketId, ...ChoosePick.shape, id: runId },
  output: RunbookRun,
  async call(counter, { ticketId: ticket, ...input }) {
    await requireRunOf(counter, ticket, input.id)
    return counter.ask('choosePick', input)
  },
})

export const answerQuestion = tool({
  title: "Answer a runbook's question",
  description:
    'Answer a check that is `open`, from what the ticket and the account show. If they do not show it, leave it to a person. Send the `revision` you saw.',
  effect: 'notes',
  input: { ticketId, ...AnswerCheck.shape, id: runId },
  output: RunbookRun,
  async call(counter, { ticketId: ticket, ...input }) {
    await requireRunOf(counter, ticket, input.id)
    return counter.ask('answerCheck', input)
  },
})

export const getRunbookRun = tool({
  title: 'Read a runbook run',
  description: 'A run as it stands: checks, cause, the actions or the escalation it leads to.',
  effect: 'sees',
  input: { ticketId, id: runId },
  output: RunbookRun,
  call: (counter, { ticketId: ticket, id }) => requireRunOf(counter, ticket, id),
})

export const abandonRunbook = tool({
  title: 'Abandon a runbook run',
  description: 'Stop following a runbook that does not fit, and say why.',
  effect: 'notes',
  input: { ticketId, ...AbandonRun.shape, id: runId },
  output: RunbookRun,
  async call(counter, { ticketId: ticket, ...input }) {
    await requireRunOf(counter, ticket, input.id)
    return counter.ask('abandonRun', input)
  },
})

/** What was looked at is the ticket, so a run of another one is not there. */
async function requireRunOf({ ask }: Counter, ticket: string, id: string) {
  const run = await ask('getRunbookRun', { id })
  if (run.ticketId === ticket) return run
  throw new NotFound('run.not-found', 'There is no such run on this ticket')
}
