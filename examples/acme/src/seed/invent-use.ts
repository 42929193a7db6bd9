import type { Chance } from '#acme/chance.ts'
import { newId } from '#acme/ids.ts'
import type { Account, User } from '#acme/seed/invent-accounts.ts'
import { after, before } from '#acme/seed/times.ts'

export type Endpoint = {
  id: string
  account_id: string
  path: string
  enabled: boolean
  answers: number
  created_at: string
}

type Export = ReturnType<typeof inventExport>

const traceId = (chance: Chance) =>
  Array.from({ length: 32 }, () => chance.below(16).toString(16)).join('')

/** A month of exports of one account; about one in thirty went wrong. */
export function inventExports(chance: Chance, users: User[], now: Date) {
  const active = users.filter((user) => user.verified_at)
  return Array.from({ length: chance.between(2, 14) }, () => inventExport(chance, active, now))
}

function inventExport(chance: Chance, users: User[], now: Date) {
  const user = chance.pick(users)
  const asked = before(now, { minutes: chance.between(180, 30 * 1440) })
  const seconds = chance.between(2, 240)
  const isFailed = chance.hits(0.03)
  const sizeMb = Math.round(10 ** (chance.next() * 2.8) * 10) / 10
  return {
    id: newId('exp', chance.below),
    account_id: user.account_id,
    requested_by: user.email,
    status: isFailed ? 'failed' : chance.hits(0.02) ? 'cancelled' : 'completed',
    attempts: 1,
    error_code: isFailed
      ? chance.pick(['warehouse_timeout', 'warehouse_timeout', 'internal_error'])
      : null,
    size_mb: sizeMb,
    trace_id: traceId(chance),
    created_at: asked,
    queued_at: asked,
    started_at: after(asked, 1),
    finished_at: after(asked, 1 + seconds),
  }
}

export function inventExportEmail(chance: Chance, job: Export, suppressed: Set<string>) {
  const made = job.finished_at
  const state = suppressed.has(job.requested_by) ? 'suppressed' : 'delivered'
  return {
    id: newId('eml', chance.below),
    account_id: job.account_id,
    recipient: job.requested_by,
    kind: 'export_ready',
    state,
    export_id: job.id,
    message_id: `<${job.id}@notifications.acme.example>`,
    attempts: state === 'delivered' ? 1 : 0,
    created_at: made,
    delivered_at: state === 'delivered' ? after(made, 2) : null,
    next_attempt_at: made,
  }
}

/** An address that bounced lately: the mail that did it, and the suppression it left. */
export function inventBounce(chance: Chance, user: User, now: Date) {
  const since = before(now, { days: chance.between(3, 29) })
  const id = newId('eml', chance.below)
  return {
    email: {
      id,
      account_id: user.account_id,
      recipient: user.email,
      kind: 'invoice',
      state: 'bounced',
      message_id: `<${id}@notifications.acme.example>`,
      attempts: 1,
      last_error: '550 5.1.1 mailbox unavailable',
      created_at: since,
      next_attempt_at: since,
    },
    suppression: { account_id: user.account_id, address: user.email, reason: 'bounced', since },
  }
}

export function inventEndpoints(chance: Chance, account: Account): Endpoint[] {
  if (!chance.hits(0.6)) return []
  return [
    {
      id: newId('whe', chance.below),
      account_id: account.id,
      path: chance.pick(['/hooks/acme', '/api/acme/events', '/integrations/acme']),
      enabled: !chance.hits(0.05),
      answers: chance.hits(0.06) ? chance.pick([410, 500, 503]) : 204,
      created_at: account.created_at,
    },
  ]
}

/** What the endpoint makes of a month of events. */
export function inventDeliveries(chance: Chance, endpoint: Endpoint, now: Date) {
  const isRefused = endpoint.answers >= 300
  return Array.from({ length: chance.between(4, 22) }, () => {
    const raised = before(now, { minutes: chance.between(180, 30 * 1440) })
    return {
      id: newId('whd', chance.below),
      account_id: endpoint.account_id,
      endpoint_id: endpoint.id,
      event: chance.pick(['report.published', 'export.completed', 'user.invited', 'report.shared']),
      payload: {},
      state: isRefused ? 'failed' : 'delivered',
      attempts: isRefused ? 5 : 1,
      last_status: endpoint.answers,
      last_error: isRefused ? `the endpoint answered ${endpoint.answers}` : null,
      trace_id: traceId(chance),
      created_at: raised,
      queued_at: raised,
      delivered_at: isRefused ? null : after(raised, 2),
      next_attempt_at: raised,
    }
  })
}
