// Types of columns that say more than SQL does (the generator's own way needs a TypeScript before 7).

/**
 * What the product writes into a column whose type in SQL says less: the generator types it, so that
 * nobody who reads it has to claim it. The table's verbs, and its checks where it has them, hold it.
 */
const actors = [
  'action_approval.actor',
  'action_run.actor',
  'action_stop.actor',
  'contact_erasure.asked_by',
  'learned_phrase.taught_by',
  'opportunity_decision.by',
  'record_check.asked_by',
  'rule_stop.actor',
  'runbook_run.handled_by',
  'runbook_run.started_by',
  'runbook_version.author',
]
const actorsOrNobody = [
  'action_approval.decided_by',
  'contact_erasure.decided_by',
  'escalation.closed_by',
  'runbook_version.published_by',
  'runbook_version.retired_by',
  'runbook_version.verified_by',
  'win.decided_by',
]

const columnTypes = new Map([
  ['action_approval.input', 'Input'],
  ['action_run.answer', 'Answer | null'],
  ['action_run.input', 'Input'],
  ['action_run.reads', 'Reads'],
  ['action_run.request', 'Requested'],
  ['draft.choices', 'Choices'],
  ['draft.kind', 'DraftKind'],
  ['escalation.evidence', 'HandedEvidence'],
  ['escalation.identifiers', 'Generated<Identifiers>'],
  ['message.attachments', 'Generated<Attachments>'],
  ['action_run.error_said', 'Said | null'],
  ['action_run.reading_said', 'Said | null'],
  ['action_approval.role', 'ToldApproval["role"]'],
  ['action_approval.state', 'Generated<ToldApproval["state"]>'],
  ['action_approval.tier', 'ToldApproval["action"]["tier"]'],
  ['action_run.state', 'ToldRun["state"]'],
  ['ai_agent.tools', 'AiTool[] | null'],
  ['api_key.permissions', 'Permission[]'],
  ['escalation.state', 'Generated<EscalationState>'],
  ['escalation.would_have_helped', 'WouldHaveHelped | null'],
  ['inbound_mail.state', 'Generated<ToldMail["state"]>'],
  ['learned_phrase.meaning', 'ToldPhrase["meaning"]'],
  ['message.delivery', 'ToldMessage["delivery"] | null'],
  ['message.delivery_doubt', 'DeliveryDoubt | null'],
  ['message.judged', 'ToldMessage["judged"] | null'],
  ['message.kind', 'ToldMessage["kind"]'],
  ['password_link.purpose', '"first" | "reset"'],
  ['runbook_run.state', 'ToldRunbookRun["state"]'],
  ['runbook_version.origin', '"git" | "browser" | "escalation"'],
  ['runbook_version.state', 'RunbookVersionState'],
  ['ticket.channel', 'ToldTicket["channel"]'],
  ['ticket.spoke_last', 'Generated<ToldTicket["spoke"]["last"]>'],
  ['ticket.state', 'Generated<TicketState>'],
  ['ticket.void_reason', 'ToldTicket["voidReason"] | null'],
  ['ticket.woken', 'ToldTicket["woken"] | null'],
  ['win.chat', 'Generated<ToldWin["chat"]>'],
  ['win.state', 'Generated<WinState>'],
  ['ai_agent.lines', 'Line[] | null'],
  ['contact_erasure.state', "'asked' | 'refused' | 'erasing' | 'erased'"],
  ['contact_erasure.counts', 'ErasedCounts | null'],
  ['deploy.kind', 'Generated<ToldKind>'],
  ['deploy.outcome', 'Generated<"live" | "failed">'],
  ['incident_update.outcome', 'UpdateOutcome'],
  ['notification.event_name', 'EventName'],
  ['notification.kind', 'NotificationKind'],
  ['notification_off.kind', 'NotificationKind'],
  ['person.line', 'Line'],
  ['person.role', 'Role'],
  ['resolution.line', 'Line'],
  ['rule_firing.did', 'Changes'],
  ['self_service_attempt.passed_on_because', 'PassedOnBecause | null'],
  ['self_service_attempt.state', "'checking' | 'asking' | 'shown' | 'solved' | 'passed_on'"],
  ['rule_firing.event_name', 'RuleEvent'],
  ['rule_firing.left_out', 'LeftOut'],
  ['rule_stop.because', 'RuleStopBecause'],
  ['ticket.line', 'Generated<Line>'],
  ...actors.map((column) => [column, 'Actor'] as const),
  ...actorsOrNobody.map((column) => [column, 'Actor | null'] as const),
])

const imports = `import type { ActionRead, ActionRequest, ActionRun as ToldRun, TargetAnswer } from "@firstline/contract/actions";
import type { AiTool } from "@firstline/contract/ai-agents";
import type { ActionApproval as ToldApproval } from "@firstline/contract/approvals";
import type { ToldKind } from "@firstline/contract/changes";
import type { InboundMail as ToldMail } from "@firstline/contract/channels";
import type { ActorRef, Line } from "@firstline/contract/common";
import type { DraftChoices, DraftKind } from "@firstline/contract/drafts";
import type { EscalationDetail, EscalationState, Evidence, WouldHaveHelped } from "@firstline/contract/escalations";
import type { EventName } from "@firstline/contract/events";
import type { RuleEvent } from "@firstline/contract/formats/rule";
import type { UpdateOutcome } from "@firstline/contract/incidents";
import type { Win as ToldWin, WinState } from "@firstline/contract/learning";
import type { NotificationKind } from "@firstline/contract/notifications";
import type { ErasureCounts } from "@firstline/contract/privacy";
import type { Permission, Role } from "@firstline/contract/permissions";
import type { PassedOnBecause } from "@firstline/contract/self-service";
import type { RuleChange, RuleLeft, RuleStopBecause } from "@firstline/contract/rules";
import type { RunbookRun as ToldRunbookRun, RunbookVersionState } from "@firstline/contract/runbooks";
import type { Sentence } from "@firstline/contract/sentence";
import type { DeliveryDoubt, LearnedPhrase as ToldPhrase, Message as ToldMessage, Ticket as ToldTicket, TicketState } from "@firstline/contract/tickets";
`

/** JSON is written as text, and read as what it says. */
const fromJson = `
export type Actor = ColumnType<ActorRef, string, string>;

export type Answer = ColumnType<TargetAnswer, string, string>;

export type Attachments = ColumnType<ToldMessage["attachments"], string, string>;

export type Changes = ColumnType<RuleChange[], string, string>;

export type Choices = ColumnType<DraftChoices, string, string>;

export type ErasedCounts = ColumnType<ErasureCounts, string, string>;

export type HandedEvidence = ColumnType<Evidence, string, string>;

export type Identifiers = ColumnType<EscalationDetail["identifiers"], string, string>;

export type Input = ColumnType<Record<string, unknown>, string, string>;

export type LeftOut = ColumnType<RuleLeft[], string, string>;

export type Reads = ColumnType<ActionRead[], string, string>;

export type Requested = ColumnType<ActionRequest, string, string>;

export type Said = ColumnType<Sentence, string, string>;
`

/** @throws when there is no such column, or it may be null and its type may not */
export function withColumnTypes(generated: string): string {
  let text = generated
  for (const [column, type] of columnTypes) {
    const [table = '', name = ''] = column.split('.')
    const row = new RegExp(`(export interface ${pascal(table)} \\{[^}]*?\\n  ${name}: )([^;]+);`)
    const was = row.exec(text)?.[2]
    if (was === undefined) throw new Error(`There is no column ${column} to be typed`)
    if (was.endsWith('| null') !== type.endsWith('| null')) throw new Error(`${column} is ${was}`)
    text = text.replace(row, `$1${type};`)
  }
  const first = 'import type { ColumnType } from "kysely";\n'
  return text.replace(first, imports + first + fromJson)
}

function pascal(table: string): string {
  return table.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())
}
