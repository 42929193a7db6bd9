import type { ActionPreview, ActionRun } from '@firstline/contract/actions'
import type { ResponseOf } from '@firstline/contract/client'
import type { RunbookRun } from '@firstline/contract/runbooks'
import type { Setup } from '@firstline/contract/team'
import type { Message, Ticket } from '@firstline/contract/tickets'

/** What the sign-in page is told by a desk whose people all have passwords. */
export const deskSetup: Setup = {
  name: 'Acme',
  demoSignIns: [],
  demoUrl: null,
  hasPeople: true,
  canMail: true,
  help: null,
  providers: [],
  passwords: 'everybody',
}

let last = 100

export function newId(): string {
  last += 1
  return `018f0000-0000-7000-8000-${String(last).padStart(12, '0')}`
}

const ada = { kind: 'person', id: newId(), name: 'Ada Agent' } as const

export function aTicket(overrides: Partial<Ticket> = {}): Ticket {
  return {
    id: newId(),
    number: 1042,
    subject: 'Export email never arrived',
    state: 'open',
    type: 'exports.email-missing',
    line: 'L1',
    channel: 'email',
    account: { id: newId(), externalId: 'acc_north', name: 'Northwind', domain: null },
    contact: { id: newId(), email: 'dana@northwind.test', name: 'Dana Reyes' },
    assignee: null,
    openedAt: '2026-03-02T12:00:00Z',
    updatedAt: '2026-03-02T12:00:00Z',
    escalatedAt: null,
    priority: 'normal',
    tags: [],
    snoozed: null,
    woken: null,
    reopenCount: 0,
    runbook: null,
    preview: '',
    spoke: { last: 'customer', since: '2026-03-02T12:00:00Z', by: 'Dana Reyes', personId: null },
    lastEvent: '1042',
    problemStartedAt: null,
    isSenderVerified: true,
    repeatOf: null,
    recipients: {
      to: [{ email: 'dana@northwind.test', name: 'Dana Reyes' }],
      cc: [],
      offered: [],
    },
    mayContinue: null,
    joinedTo: null,
    incident: null,
    outside: null,
    voidReason: null,
    resolutions: [],
    ...overrides,
  }
}

export function aReply(text: string): Message {
  return {
    id: newId(),
    kind: 'reply',
    author: ada,
    at: '2026-03-02T12:00:00Z',
    from: null,
    replyTo: null,
    to: [],
    cc: [],
    forwarded: null,
    text,
    quotedText: null,
    html: null,
    delivery: 'queued',
    deliveryError: null,
    deliveryDoubt: null,
    leavesAt: null,
    warnings: [],
    attachments: [],
    mailId: null,
    judged: null,
    sender: null,
    isStranger: false,
    savedReplyId: null,
    joinedFrom: null,
    mentions: [],
  }
}

export function aRun(overrides: Partial<RunbookRun> = {}): RunbookRun {
  return {
    id: newId(),
    ticketId: newId(),
    runbook: { id: 'export-email', title: 'Export email not received', version: 3 },
    state: 'checking',
    revision: 4,
    startedAt: '2026-03-02T12:00:00Z',
    startedBy: ada,
    handledBy: ada,
    finishedAt: null,
    abandonedReason: null,
    picks: [],
    checks: [],
    outcome: null,
    matchedCauses: [],
    ...overrides,
  }
}

/** A project that says how the fields of one source are called. */
export function aProject(): ResponseOf<'getProject'> {
  const plain = { as: 'text' as const, isMasked: false }
  const columns = [
    { field: 'status', title: 'Status', as: 'badge' as const, isMasked: false },
    { field: 'attempts', title: 'Tries', ...plain },
    { field: 'error_code', title: 'Error', as: 'code' as const, isMasked: false },
    { field: 'age_s', title: 'Asked before', ...plain },
  ]
  const sources = [{ id: 'exports.by_id', title: 'One export', columns }]
  return { name: 'Acme', sources, problems: [] }
}

export function aPreview(overrides: Partial<ActionPreview> = {}): ActionPreview {
  return {
    action: { id: 'export.requeue', title: 'Requeue a failed export', version: 3, tier: 'safe' },
    account: { id: newId(), externalId: 'acc_north', name: 'Northwind', domain: null },
    input: { export_id: 'exp_8fk2aaaa' },
    sentences: [],
    request: { method: 'POST', url: 'http://acme.test/requeue', headers: {}, body: null },
    reads: [
      {
        name: 'exp',
        source: 'exports.by_id',
        title: 'One export',
        row: { status: 'failed', age_s: 60 },
        fetchedAt: '2026-03-02T12:00:00Z',
        durationMs: 4,
      },
    ],
    guards: [
      {
        id: 'failed',
        kind: 'guard',
        isPassed: true,
        say: 'Only a failed export can be requeued',
        cel: "exp.status == 'failed'",
      },
    ],
    verify: { source: 'exports.by_id', cel: "exp.status == 'queued'", withinSeconds: 60 },
    undo: { action: 'export.cancel', title: 'Cancel an export', withinSeconds: 600 },
    dryRun: null,
    needsReason: true,
    isRunnable: true,
    approval: null,
    token: 'a-token-of-this-preview',
    expiresAt: new Date(Date.now() + 300_000).toISOString(),
    ...overrides,
  }
}

export function anActionRun(overrides: Partial<ActionRun> = {}): ActionRun {
  return {
    id: newId(),
    ticketId: newId(),
    account: { id: newId(), externalId: 'acc_north', name: 'Northwind', domain: null },
    action: { id: 'export.requeue', title: 'Requeue a failed export', version: 3 },
    state: 'verified',
    input: { export_id: 'exp_8fk2aaaa' },
    reason: 'It timed out',
    by: ada,
    runbookRunId: null,
    request: { method: 'POST', url: 'http://acme.test/requeue', headers: {}, body: null },
    reads: [],
    intendedAt: '2026-03-02T12:00:00Z',
    calledAt: '2026-03-02T12:00:01Z',
    finishedAt: '2026-03-02T12:00:02Z',
    attempts: 1,
    answer: { status: 202, body: null },
    error: null,
    verification: {
      cel: "exp.status == 'queued'",
      until: null,
      at: null,
      isTrue: true,
      detail: null,
    },
    undo: null,
    undoes: null,
    approval: null,
    ...overrides,
  }
}
