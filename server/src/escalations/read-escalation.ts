import type { Escalation, EscalationDetail } from '@firstline/contract/escalations'
import { present } from '@firstline/contract/present'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { joined } from '#server/database/joined.ts'
import { NotFound } from '#server/core/errors.ts'

/** @throws NotFound `escalation.not-found` */
export async function readEscalation(db: Kysely<DB>, id: string): Promise<EscalationDetail> {
  const row = await selectEscalations(db)
    .select('escalation.evidence')
    .where('escalation.id', '=', id)
    .executeTakeFirst()
  if (!row) throw escalationNotFound()
  return { ...escalationOf(row), evidence: row.evidence }
}

export function escalationNotFound(): NotFound {
  return new NotFound('escalation.not-found', 'There is no such escalation')
}

/** Everything but the evidence, to be narrowed and ordered. */
export function selectEscalations(db: Kysely<DB>) {
  return db
    .selectFrom('escalation')
    .innerJoin('ticket', 'ticket.id', 'escalation.ticket_id')
    .leftJoin('person as agent', 'agent.id', 'escalation.escalated_by')
    .leftJoin('ai_agent as ai', 'ai.id', 'escalation.escalated_by_ai')
    .leftJoin('account', 'account.id', 'escalation.account_id')
    .leftJoin('person as assignee', 'assignee.id', 'escalation.assignee_id')
    .leftJoin('person as engineer', 'engineer.id', 'escalation.returned_by')
    .leftJoin('runbook_run as run', 'run.id', 'escalation.runbook_run_id')
    .leftJoin('runbook_version as used', (join) =>
      join
        .onRef('used.runbook_id', '=', 'run.runbook_id')
        .onRef('used.version', '=', 'run.version'),
    )
    .leftJoin('runbook_version as draft', (join) =>
      join
        .onRef('draft.runbook_id', '=', 'escalation.draft_runbook')
        .onRef('draft.version', '=', 'escalation.draft_version'),
    )
    .select(['escalation.id', 'escalation.state', 'escalation.team', 'escalation.because'])
    .select(['escalation.identifiers', 'escalation.note', 'escalation.escalated_at'])
    .select(['escalation.returned_at', 'escalation.was', 'escalation.fix', 'escalation.detail'])
    .select(['escalation.would_have_helped', 'escalation.minutes_spent'])
    .select(['escalation.closed_at', 'escalation.closed_by', 'escalation.closed_how'])
    .select(['escalation.closed_version', 'escalation.closed_reason'])
    .select(['escalation.draft_runbook', 'escalation.draft_version', 'draft.title as draft_title'])
    .select(['ticket.id as ticket_id', 'ticket.number', 'ticket.subject', 'ticket.type'])
    .select(['account.id as account_id', 'account.external_id', 'account.domain'])
    .select(['account.name as account_name'])
    .select(['agent.id as agent_id', 'agent.name as agent_name'])
    .select(['ai.id as ai_id', 'ai.name as ai_name'])
    .select(['assignee.id as assignee_id', 'assignee.name as assignee_name'])
    .select(['engineer.id as engineer_id', 'engineer.name as engineer_name'])
    .select([
      'run.runbook_id',
      'run.version as run_version',
      'run.cause',
      'used.title as run_title',
    ])
}
type Row = Awaited<ReturnType<ReturnType<typeof selectEscalations>['execute']>>[number]

export function escalationOf(row: Row): Escalation {
  return {
    id: row.id,
    state: row.state,
    ticket: {
      id: row.ticket_id,
      number: Number(row.number),
      subject: row.subject,
      type: row.type,
    },
    account:
      row.account_id === null
        ? null
        : {
            id: row.account_id,
            externalId: present(row.external_id),
            name: present(row.account_name),
            domain: row.domain,
          },
    to: row.team,
    because: row.because,
    identifiers: row.identifiers,
    note: row.note,
    escalatedAt: row.escalated_at.toISOString(),
    escalatedBy:
      row.agent_id === null
        ? { kind: 'ai_agent', id: row.ai_id, name: present(row.ai_name) }
        : { kind: 'person', id: row.agent_id, name: present(row.agent_name) },
    assignee: joined(row.assignee_id, row.assignee_name),
    runbook:
      row.runbook_id === null
        ? null
        : {
            id: row.runbook_id,
            title: present(row.run_title),
            version: present(row.run_version),
            cause: row.cause,
          },
    returned: returnOf(row),
    draft:
      row.draft_runbook === null
        ? null
        : {
            runbook: row.draft_runbook,
            title: present(row.draft_title),
            version: present(row.draft_version),
          },
    closed: closingOf(row),
  }
}

function returnOf(row: Row): Escalation['returned'] {
  if (row.returned_at === null) return null
  return {
    at: row.returned_at.toISOString(),
    by: present(joined(row.engineer_id, row.engineer_name)),
    was: present(row.was),
    fix: present(row.fix),
    wouldHaveHelped: present(row.would_have_helped),
    detail: row.detail ?? '',
    minutesSpent: present(row.minutes_spent),
  }
}

function closingOf(row: Row): Escalation['closed'] {
  if (row.closed_at === null || row.closed_by === null) return null
  return {
    at: row.closed_at.toISOString(),
    by: row.closed_by,
    how: row.closed_how as 'published' | 'waived',
    version: row.closed_version,
    reason: row.closed_reason,
  }
}
