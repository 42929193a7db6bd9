import { z } from 'zod'
import { answerTypes } from './formats/runbook.ts'
import { ActorRef, Id, Time, largestInt } from './common.ts'
import type { RouteTable } from './route.ts'
import { readRefusals } from './refusals.ts'
import { Sentence } from './sentence.ts'

export const RunbookId = z
  .string()
  .min(2)
  .max(80)
  .regex(/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/)

/** What is wrong with a runbook, and where: `line` and `column` count from 1. */
export const RunbookProblem = z
  .object({
    file: z.string().nullable(),
    line: z.int().nullable(),
    column: z.int().nullable(),
    /** On the same line, exclusive. */
    endColumn: z.int().nullable(),
    /** An error keeps the runbook from being published; a warning is to be read. */
    severity: z.enum(['error', 'warning']),
    reason: z.string(),
    /** The same for who reads it in another language. */
    said: Sentence,
    suggestion: z.string().nullable(),
    /** A state of the checks that shows it, in the form of a fixture's `given`. */
    state: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: 'RunbookProblem' })
export type RunbookProblem = z.infer<typeof RunbookProblem>

export const RunbookPick = z.object({ name: z.string(), source: z.string(), field: z.string() })
export type RunbookPick = z.infer<typeof RunbookPick>

export const RunbookCheck = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('source'),
    name: z.string(),
    source: z.string(),
    with: z.record(z.string(), z.unknown()),
  }),
  z.object({
    kind: z.literal('ask'),
    name: z.string(),
    question: z.string(),
    type: z.enum(answerTypes),
    options: z.array(z.string()),
    when: z.string().nullable(),
  }),
])
export type RunbookCheck = z.infer<typeof RunbookCheck>

export const RunbookCause = z.object({
  name: z.string(),
  when: z.string(),
  reply: z.string().nullable(),
  actions: z.array(
    z.object({
      id: z.string(),
      with: z.record(z.string(), z.unknown()),
      /** Inputs that only the agent knows: left open in the form. */
      open: z.array(z.string()),
    }),
  ),
  escalation: z.string().nullable(),
  /** Markdown for the agent. */
  explanation: z.string(),
  /** Plain text for the customer, with `{{check.field}}` placeholders. */
  say: z.string().nullable(),
})
export type RunbookCause = z.infer<typeof RunbookCause>

export const RunbookEscalation = z.object({
  name: z.string(),
  to: z.string(),
  because: z.string(),
  /** Identifiers the escalation must carry, as paths into the checks. */
  send: z.array(z.string()),
})
export type RunbookEscalation = z.infer<typeof RunbookEscalation>

export const RunbookFixture = z.object({
  given: z.record(z.string(), z.unknown()),
  expect: z.string(),
})
export type RunbookFixture = z.infer<typeof RunbookFixture>

/** A runbook as the product understands it: the same for the reader, the runner and the matcher. */
const RunbookForCustomers = z.object({
  /** Picks and questions, in the customer's words; a pick with what each of its records is called. */
  ask: z.array(z.object({ name: z.string(), say: z.string(), label: z.string().nullable() })),
  /** Names of causes. */
  show: z.array(z.string()),
})
export type RunbookForCustomers = z.infer<typeof RunbookForCustomers>

export const RunbookContent = z
  .object({
    id: RunbookId,
    title: z.string(),
    type: z.string(),
    owner: z.string(),
    symptoms: z.array(z.string()),
    intro: z.string(),
    picks: z.array(RunbookPick),
    checks: z.array(RunbookCheck),
    causes: z.array(RunbookCause),
    escalations: z.array(RunbookEscalation),
    /** What of it is open to customers in the portal; null: nothing. */
    customer: RunbookForCustomers.nullable(),
    fixtures: z.array(RunbookFixture),
  })
  .meta({ id: 'RunbookContent' })
export type RunbookContent = z.infer<typeof RunbookContent>

/** draft: the newest unpublished text; superseded: a draft that a later one replaced. */
export const RunbookVersionState = z.enum(['draft', 'published', 'retired', 'superseded'])
export type RunbookVersionState = z.infer<typeof RunbookVersionState>

export const RunbookVersion = z
  .object({
    version: z.int(),
    state: RunbookVersionState,
    origin: z.enum(['git', 'browser', 'escalation']),
    baseVersion: z.int().nullable(),
    author: ActorRef,
    createdAt: Time,
    publishedAt: Time.nullable(),
    publishedBy: ActorRef.nullable(),
    note: z.string().nullable(),
    /** The escalation this draft was made from. */
    escalationId: Id.nullable(),
    /** Of the text, in hex. */
    sha256: z.string(),
    /** Who last vouched that it is right; publishing vouches for it. */
    verified: z.object({ at: Time, by: ActorRef }).nullable(),
    /** Taken out of use by hand; null when a later version took its place. */
    retired: z.object({ at: Time, by: ActorRef, reason: z.string() }).nullable(),
  })
  .meta({ id: 'RunbookVersion' })
export type RunbookVersion = z.infer<typeof RunbookVersion>

/** Something a published runbook names that has changed since it was verified. */
export const StaleReason = z.object({
  kind: z.enum(['source', 'action', 'service']),
  name: z.string(),
  reason: z.string(),
  at: Time.nullable(),
})
export type StaleReason = z.infer<typeof StaleReason>

export const RunbookSummary = z
  .object({
    id: z.string(),
    title: z.string(),
    type: z.string(),
    owner: z.string(),
    /** draft: never published so far. */
    state: z.enum(['draft', 'published', 'retired']),
    publishedVersion: z.int().nullable(),
    /** The draft waiting for publication. */
    draftVersion: z.int().nullable(),
    origin: z.enum(['git', 'browser', 'escalation']),
    updatedAt: Time,
    /** Of the published version. */
    verified: z.object({ at: Time, by: ActorRef }).nullable(),
    /** Why the published version should be verified again; empty when nothing it names changed. */
    stale: z.array(StaleReason),
    /** Runs of the last 90 days. */
    usage: z.object({
      runs: z.int(),
      causesFound: z.int(),
      unclassified: z.int(),
      abandoned: z.int(),
    }),
  })
  .meta({ id: 'RunbookSummary' })
export type RunbookSummary = z.infer<typeof RunbookSummary>

export const Runbook = RunbookSummary.extend({
  /** The version shown below. */
  shown: RunbookVersion,
  /** Save a draft with this as `baseVersion`. */
  latestVersion: z.int(),
  source: z.string(),
  /** Null while the text does not parse; `problems` says why. */
  content: RunbookContent.nullable(),
  problems: z.array(RunbookProblem),
  /** Newest first. */
  versions: z.array(RunbookVersion),
}).meta({ id: 'Runbook' })
export type Runbook = z.infer<typeof Runbook>

const Learned = z.object({
  /** How often such a guess was right. */
  probability: z.number(),
  /** The ticket's own words that spoke for it, strongest first. */
  words: z.array(z.string()),
})

export const RunbookMatch = z
  .object({
    runbook: z.object({ id: z.string(), title: z.string(), type: z.string(), version: z.int() }),
    /** 0 to 1. */
    score: z.number(),
    /** The symptom phrases that fit, best first, with the words of the ticket they share. */
    reasons: z.array(z.object({ symptom: z.string(), words: z.array(z.string()) })),
    /** From what agents confirmed; null where nothing is known yet. */
    learned: Learned.nullable(),
    isSameType: z.boolean(),
    /** Above the threshold, not merely near it. */
    isMatch: z.boolean(),
  })
  .meta({ id: 'RunbookMatch' })
export type RunbookMatch = z.infer<typeof RunbookMatch>

export const RunbookMatches = z.object({
  items: z.array(RunbookMatch),
  /** What agents' confirmations say of the type; empty until there are enough. */
  types: z.array(Learned.extend({ type: z.string(), isMatch: z.boolean() })),
})
export type RunbookMatches = z.infer<typeof RunbookMatches>

export const RunPick = z.object({
  name: z.string(),
  source: z.string(),
  sourceTitle: z.string(),
  field: z.string(),
  /** open: several candidates, choose one; empty: the source has none; failed: it did not answer. */
  state: z.enum(['pending', 'chosen', 'open', 'empty', 'failed']),
  value: z.string().nullable(),
  /** Each with its row (masked) as context. At most 200. */
  candidates: z.array(z.object({ value: z.string(), row: z.record(z.string(), z.unknown()) })),
  error: z.string().nullable(),
})
export type RunPick = z.infer<typeof RunPick>

export const RunCheck = z.object({
  name: z.string(),
  kind: z.enum(['source', 'ask']),
  /** The source's title, or the question. */
  title: z.string(),
  source: z.string().nullable(),
  ask: z.object({ type: z.enum(answerTypes), options: z.array(z.string()) }).nullable(),
  /**
   * pending: not run yet; blocked: waits for a pick; open: a question to answer now;
   * skipped: a question whose condition does not hold; answered: has a value; empty: no such row;
   * timed_out, failed: no value, run it again.
   */
  state: z.enum([
    'pending',
    'blocked',
    'open',
    'skipped',
    'answered',
    'empty',
    'timed_out',
    'failed',
  ]),
  /** A row (masked), a list of rows, or the answer of a person. */
  value: z.unknown(),
  /** When the customer system gave the value, or the person the answer. */
  at: Time.nullable(),
  durationMs: z.number().nullable(),
  error: z.string().nullable(),
  by: ActorRef.nullable(),
})
export type RunCheck = z.infer<typeof RunCheck>

export const Identifier = z.object({ name: z.string(), value: z.string().nullable() })
export type Identifier = z.infer<typeof Identifier>

export const RunOutcome = z.object({
  cause: z.string(),
  /** Markdown for the agent. */
  explanation: z.string(),
  /** The reply to the customer, placeholders filled. */
  say: z.string().nullable(),
  reply: z.string().nullable(),
  /** In order; the agent previews and confirms each as usual. */
  actions: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      input: z.record(z.string(), z.unknown()),
      /** Names of inputs that the agent has to fill in. */
      open: z.array(z.string()),
    }),
  ),
  escalation: z
    .object({
      name: z.string(),
      to: z.string(),
      because: z.string(),
      /** Required; `value` null must be filled in by the agent. */
      identifiers: z.array(Identifier),
    })
    .nullable(),
})
export type RunOutcome = z.infer<typeof RunOutcome>

export const RunbookRun = z
  .object({
    id: Id,
    ticketId: Id,
    runbook: z.object({ id: z.string(), title: z.string(), version: z.int() }),
    /**
     * checking: machine checks under way; waiting: for a pick or an answer;
     * cause_found: exactly one; unclassified: none or several, so escalate.
     */
    state: z.enum(['checking', 'waiting', 'cause_found', 'unclassified', 'abandoned']),
    /** Send it back with a pick or an answer; another agent's change meanwhile is a conflict. */
    revision: z.int(),
    startedAt: Time,
    startedBy: ActorRef,
    /** Who follows it now: another agent who answers or picks takes it over. */
    handledBy: ActorRef,
    finishedAt: Time.nullable(),
    abandonedReason: z.string().nullable(),
    picks: z.array(RunPick),
    checks: z.array(RunCheck),
    outcome: RunOutcome.nullable(),
    /** Unclassified only: the causes that matched at once; empty when none did. */
    matchedCauses: z.array(z.string()),
  })
  .meta({ id: 'RunbookRun' })
export type RunbookRun = z.infer<typeof RunbookRun>

/** How many states of the checks the conditions tell apart, and how many of them were tried. */
export const StatesChecked = z.object({
  possible: z.number(),
  checked: z.int(),
  isComplete: z.boolean(),
})
export type StatesChecked = z.infer<typeof StatesChecked>

export const RunbookLint = z
  .object({
    /** Null while the text does not parse. */
    content: RunbookContent.nullable(),
    problems: z.array(RunbookProblem),
    /** Null while the conditions cannot be read. */
    states: StatesChecked.nullable(),
  })
  .meta({ id: 'RunbookLint' })
export type RunbookLint = z.infer<typeof RunbookLint>

export const FixtureResult = z.object({
  /** Counts from 0, in the order of the file. */
  index: z.int(),
  line: z.int(),
  expect: z.string(),
  isPassed: z.boolean(),
  matched: z.array(z.string()),
  /** Why it did not pass: what matched instead, or why the expected cause did not. */
  reason: z.string().nullable(),
  said: Sentence.optional(),
})
export type FixtureResult = z.infer<typeof FixtureResult>

export const RunbookTest = z
  .object({
    results: z.array(FixtureResult),
    /** Causes no fixture expects. */
    uncovered: z.array(z.string()),
    /** Only what keeps the fixtures from being run. */
    problems: z.array(RunbookProblem),
  })
  .meta({ id: 'RunbookTest' })
export type RunbookTest = z.infer<typeof RunbookTest>

export const CauseVerdict = z.object({
  cause: z.string(),
  /** undecided: a value it needs is missing. */
  verdict: z.enum(['matches', 'does_not_match', 'undecided']),
  /** The missing value, or the values it looked at. */
  because: z.string(),
})
export type CauseVerdict = z.infer<typeof CauseVerdict>

/** A runbook's text tried on a real ticket: real reads, no action, nothing kept but who looked. */
export const RunbookTrial = z
  .object({
    ticket: z.object({ id: Id, number: z.int(), subject: z.string() }),
    state: z.enum(['waiting', 'cause_found', 'unclassified']),
    picks: z.array(RunPick),
    checks: z.array(RunCheck),
    causes: z.array(CauseVerdict),
    matchedCauses: z.array(z.string()),
    outcome: RunOutcome.nullable(),
    durationMs: z.number(),
  })
  .meta({ id: 'RunbookTrial' })
export type RunbookTrial = z.infer<typeof RunbookTrial>

/** A text somebody is writing, kept for that person until it is saved as a draft or dropped. */
export const WorkingCopy = z.object({ source: z.string(), baseVersion: z.int(), savedAt: Time })
export type WorkingCopy = z.infer<typeof WorkingCopy>

export const RunbookEditing = z
  .object({
    latestVersion: z.int(),
    mine: WorkingCopy.nullable(),
    /** Who else has begun to change it, latest first. */
    others: z.array(
      z.object({ person: ActorRef, baseVersion: z.int(), startedAt: Time, savedAt: Time }),
    ),
  })
  .meta({ id: 'RunbookEditing' })
export type RunbookEditing = z.infer<typeof RunbookEditing>

/** What a runbook's text may name. */
export const RunbookNames = z
  .object({
    sources: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        /** What conditions can read of it; empty where its definition does not tell. */
        fields: z.array(z.string()),
      }),
    ),
    actions: z.array(z.object({ id: z.string(), title: z.string() })),
    types: z.array(z.string()),
  })
  .meta({ id: 'RunbookNames' })
export type RunbookNames = z.infer<typeof RunbookNames>

const SourceText = z.object({ version: z.int(), source: z.string() })

const runbookId = z.object({ id: RunbookId })
const ticketId = z.object({ ticketId: Id })
const runId = z.object({ id: Id })

export const GetRunbook = runbookId.extend({
  version: z.coerce.number().int().min(1).max(largestInt).optional(),
})
export const SaveDraft = runbookId.extend({
  source: z.string().min(1).max(200_000),
  /** The latest version the editor has seen; 0 for a new runbook. */
  baseVersion: z.int().min(0).max(largestInt),
  /** Where it was written: a file is pushed, the rest is typed in the browser. */
  origin: z.enum(['browser', 'git']).default('browser'),
})
export const KeepWorkingCopy = SaveDraft.omit({ origin: true })
export const RetireRunbook = runbookId.extend({
  /** The published version that is no longer right. */
  version: z.int().min(1).max(largestInt),
  reason: z.string().trim().min(3).max(500),
})
export const RestoreRunbook = runbookId.extend({
  /** The version whose text becomes the new draft. */
  version: z.coerce.number().int().min(1).max(1_000_000),
  /** The latest version that was seen. */
  baseVersion: z.int().min(1).max(largestInt),
})
export const VerifyRunbook = runbookId.extend({
  /** The published version that was read. */
  version: z.int().min(1).max(largestInt),
})
export const CompareRunbook = runbookId.extend({
  from: z.coerce.number().int().min(1).max(1_000_000),
  to: z.coerce.number().int().min(1).max(1_000_000),
})
export const RunbookText = z.object({ source: z.string().min(1).max(200_000) })
export const TryRunbook = RunbookText.extend({
  /** As the ticket's number is shown: `#1042`. */
  ticketNumber: z.int().min(1).max(largestInt),
  /** Chosen among the candidates of an earlier answer. */
  picks: z.record(z.string(), z.string().min(1).max(500)).default({}),
  answers: z.record(z.string(), z.union([z.boolean(), z.string().max(2_000)])).default({}),
})
export const PublishRunbook = runbookId.extend({
  /** The draft that was read and approved. */
  version: z.int().min(1).max(largestInt),
  note: z.string().trim().min(3).max(500),
})
export const StartRunbook = ticketId.extend({ runbook: RunbookId })
export const RefuseMatch = ticketId.extend({ runbook: RunbookId })
export const AnswerCheck = runId.extend({
  check: z.string().min(1).max(80),
  value: z.union([z.boolean(), z.string().trim().min(1).max(2_000)]),
  revision: z.int().min(0).max(largestInt),
})
export const ChoosePick = runId.extend({
  name: z.string().min(1).max(80),
  value: z.string().min(1).max(500),
  revision: z.int().min(0).max(largestInt),
})
export const RepeatChecks = runId.extend({
  /** Only these; without it every machine check. */
  checks: z.array(z.string().min(1).max(80)).max(50).optional(),
})
export const AbandonRun = runId.extend({ reason: z.string().trim().min(3).max(500) })

export const runbookRoutes = {
  listRunbooks: {
    method: 'GET',
    path: '/api/runbooks',
    summary: 'Runbooks with their state and use, and the files that were refused',
    permission: 'runbook:read',
    changedBy: ['runbooks'],
    response: z.object({ items: z.array(RunbookSummary), problems: z.array(RunbookProblem) }),
  },
  getRunbook: {
    method: 'GET',
    path: '/api/runbooks/{id}',
    summary: 'One runbook: structure, source and versions; the published version unless told',
    permission: 'runbook:read',
    changedBy: ['runbooks'],
    params: runbookId,
    query: GetRunbook.omit({ id: true }),
    response: Runbook,
    errors: ['runbook.not-found', 'runbook.too-large', 'runbook.busy'],
  },
  saveRunbookDraft: {
    method: 'PUT',
    path: '/api/runbooks/{id}/draft',
    summary: 'Save a draft as the next version; one with problems is kept but cannot be published',
    permission: 'runbook:edit',
    params: runbookId,
    body: SaveDraft.omit({ id: true }),
    response: Runbook,
    errors: [
      'runbook.edited-meanwhile',
      'runbook.too-large',
      'runbook.id-changed',
      'runbook.busy',
      'runbook.not-found',
    ],
  },
  publishRunbook: {
    method: 'POST',
    path: '/api/runbooks/{id}/publication',
    summary: 'Publish the draft; it matches tickets from now on',
    permission: 'runbook:publish',
    params: runbookId,
    body: PublishRunbook.omit({ id: true }),
    response: Runbook,
    errors: [
      'runbook.not-found',
      'runbook.edited-meanwhile',
      'runbook.not-publishable',
      'runbook.too-large',
      'runbook.busy',
    ],
  },
  retireRunbook: {
    method: 'POST',
    path: '/api/runbooks/{id}/retirement',
    summary: 'Take the published version out of use, and say why; it matches no ticket any more',
    permission: 'runbook:publish',
    params: runbookId,
    body: RetireRunbook.omit({ id: true }),
    response: Runbook,
    errors: ['runbook.not-found', 'runbook.not-published', 'runbook.too-large', 'runbook.busy'],
  },
  restoreRunbook: {
    method: 'POST',
    path: '/api/runbooks/{id}/versions/{version}/restoration',
    summary: "Make an older version's text the draft",
    permission: 'runbook:edit',
    params: RestoreRunbook.pick({ id: true, version: true }),
    body: RestoreRunbook.pick({ baseVersion: true }),
    response: Runbook,
    errors: ['runbook.not-found', 'runbook.edited-meanwhile', 'runbook.too-large', 'runbook.busy'],
  },
  verifyRunbook: {
    method: 'POST',
    path: '/api/runbooks/{id}/verification',
    summary: 'Vouch for the published version after something it names has changed',
    permission: 'runbook:publish',
    params: runbookId,
    body: VerifyRunbook.omit({ id: true }),
    response: Runbook,
    errors: ['runbook.not-found', 'runbook.not-published', 'runbook.too-large', 'runbook.busy'],
  },
  compareRunbook: {
    method: 'GET',
    path: '/api/runbooks/{id}/comparison',
    summary: 'The texts of two versions',
    permission: 'runbook:read',
    changedBy: ['runbooks'],
    params: runbookId,
    query: CompareRunbook.omit({ id: true }),
    response: z.object({ from: SourceText, to: SourceText }),
    errors: ['runbook.not-found'],
  },
  getRunbookEditing: {
    method: 'GET',
    path: '/api/runbooks/{id}/editing',
    summary: 'Your unsaved text of a runbook, and who else is changing it',
    permission: 'runbook:edit',
    changedBy: ['runbooks'],
    params: runbookId,
    response: RunbookEditing,
  },
  keepWorkingCopy: {
    method: 'PUT',
    path: '/api/runbooks/{id}/working-copy',
    summary: 'Keep the text you are writing; others are told that you are',
    permission: 'runbook:edit',
    params: runbookId,
    body: KeepWorkingCopy.omit({ id: true }),
    response: RunbookEditing,
  },
  dropWorkingCopy: {
    method: 'DELETE',
    path: '/api/runbooks/{id}/working-copy',
    summary: 'Drop your unsaved text',
    permission: 'runbook:edit',
    params: runbookId,
    response: RunbookEditing,
    errors: ['runbook.no-working-copy'],
  },
  listRunbookNames: {
    method: 'GET',
    path: '/api/runbook-names',
    summary: 'Sources with their fields, actions and types a runbook may name',
    permission: 'runbook:edit',
    response: RunbookNames,
  },
  lintRunbook: {
    method: 'POST',
    path: '/api/runbook-lint',
    summary: "What is wrong with a runbook's text, with line and column; nothing is stored",
    permission: 'runbook:edit',
    repeated: { is: 'anew', because: 'it changes nothing' },
    body: RunbookText,
    response: RunbookLint,
    errors: ['runbook.too-large', 'runbook.busy'],
  },
  testRunbook: {
    method: 'POST',
    path: '/api/runbook-tests',
    summary: "Run the fixtures of a runbook's text; nothing is stored",
    permission: 'runbook:edit',
    repeated: { is: 'anew', because: 'it changes nothing' },
    body: RunbookText,
    response: RunbookTest,
    errors: ['runbook.too-large', 'runbook.busy'],
  },
  tryRunbook: {
    method: 'POST',
    path: '/api/runbook-trials',
    summary: "Try a runbook's text on a ticket: real reads, no action, no run",
    permission: 'runbook:edit',
    repeated: { is: 'anew', because: 'it changes nothing' },
    body: TryRunbook,
    response: RunbookTrial,
    errors: ['runbook.not-readable', 'runbook.too-large', 'runbook.busy', ...readRefusals],
  },
  listRunbookMatches: {
    method: 'GET',
    path: '/api/tickets/{ticketId}/runbook-matches',
    summary: 'The three runbooks and types that fit the ticket best, with the reasons',
    permission: 'runbook:read',
    changedBy: ['ticket'],
    params: ticketId,
    response: RunbookMatches,
    errors: ['ticket.not-found'],
  },
  refuseRunbookMatch: {
    method: 'POST',
    path: '/api/tickets/{ticketId}/runbook-matches/{runbook}/refusal',
    summary: 'Say that a matched runbook is not the one; matching learns from it',
    permission: 'runbook:run',
    params: RefuseMatch,
    response: RefuseMatch,
    errors: ['ticket.not-found', 'ticket.merged', 'runbook.not-found'],
  },
  startRunbook: {
    method: 'POST',
    path: '/api/tickets/{ticketId}/runbook-runs',
    summary: 'Start a runbook on a ticket and run its machine checks (at most 15 s)',
    permission: 'runbook:run',
    params: ticketId,
    body: StartRunbook.omit({ ticketId: true }),
    response: RunbookRun,
    errors: [
      'ticket.merged',
      'runbook.not-published',
      'run.changed-meanwhile',
      'run.not-open',
      'run.not-found',
      ...readRefusals,
    ],
  },
  listRunbookRuns: {
    method: 'GET',
    path: '/api/tickets/{ticketId}/runbook-runs',
    summary: "The ticket's runs, latest first (at most 50)",
    permission: 'account:read',
    changedBy: ['ticket'],
    params: ticketId,
    response: z.object({ items: z.array(RunbookRun) }),
    errors: ['ticket.not-found'],
  },
  getRunbookRun: {
    method: 'GET',
    path: '/api/runbook-runs/{id}',
    summary: 'One run with its checks, as it stands',
    permission: 'account:read',
    changedBy: ['runbook_runs'],
    params: runId,
    response: RunbookRun,
    errors: ['run.not-found'],
  },
  answerCheck: {
    method: 'PUT',
    path: '/api/runbook-runs/{id}/answers/{check}',
    summary: 'Answer a question of the runbook, or correct the answer',
    permission: 'runbook:run',
    params: AnswerCheck.pick({ id: true, check: true }),
    body: AnswerCheck.pick({ value: true, revision: true }),
    response: RunbookRun,
    errors: [
      'run.not-found',
      'run.changed-meanwhile',
      'run.not-open',
      'run.answer-not-asked',
      'run.answer-invalid',
    ],
  },
  choosePick: {
    method: 'PUT',
    path: '/api/runbook-runs/{id}/picks/{name}',
    summary: 'Choose which record the run is about; its checks run then',
    permission: 'runbook:run',
    params: ChoosePick.pick({ id: true, name: true }),
    body: ChoosePick.pick({ value: true, revision: true }),
    response: RunbookRun,
    errors: [
      'run.not-found',
      'run.changed-meanwhile',
      'run.not-open',
      'run.not-a-candidate',
      ...readRefusals,
    ],
  },
  repeatChecks: {
    method: 'POST',
    path: '/api/runbook-runs/{id}/checks',
    summary: 'Run machine checks again, after an action or a failure',
    permission: 'runbook:run',
    params: runId,
    body: RepeatChecks.omit({ id: true }),
    response: RunbookRun,
    errors: ['run.not-found', 'run.not-open', 'run.check-not-found', ...readRefusals],
  },
  abandonRun: {
    method: 'POST',
    path: '/api/runbook-runs/{id}/abandonment',
    summary: 'Stop following the runbook, and say why',
    permission: 'runbook:run',
    params: runId,
    body: AbandonRun.omit({ id: true }),
    response: RunbookRun,
    errors: ['run.not-found', 'run.not-open'],
  },
} as const satisfies RouteTable
