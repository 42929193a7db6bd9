import { z } from 'zod'
import type { HistoryRecord, Part, TellContext } from './vendor.ts'
import { has, notKnown } from '#server/imports/vendors/json-reader.ts'
import type { Reading } from '#server/imports/vendors/json-reader.ts'
import { Id, Moment, Name, Word, shapeOf } from '#server/imports/vendors/shapes.ts'
import type { Step, StepActor, StepFound, StepStatus } from '#server/imports/vendors/step.ts'
import { tellTicket } from '#server/imports/vendors/tell-ticket.ts'

/** A status by id and name; what it means is known once all statuses are read. */
type JiraStatus = { id: string | null; name: string | null }

export type JiraStep =
  | Step
  | { kind: 'jira-status'; to: JiraStatus; from: JiraStatus | null; by: StepActor }
  | {
      kind: 'jira-now'
      status: JiraStatus
      resolution: string | null
      resolvedAt: number | null
      team: string | null
    }

export type JiraFound = Part<JiraStep> | Exclude<StepFound, Part<Step>>

export function translateJira(record: unknown, list: string | null, reading: Reading): JiraFound[] {
  if (list === 'statuses' || has(record, 'statusCategory')) return statusCategory(record)
  if (list === 'issues' || has(record, 'fields', 'id')) return issueSteps(record, reading)
  throw notKnown('Jira')
}

const Person = z.object({
  accountId: Id.nullish(),
  accountType: Word,
  key: Id.nullish(),
  name: Id.nullish(),
})

const Status = z.object({
  id: Id.nullish(),
  name: Name,
  statusCategory: z.object({ key: Name }).nullish(),
})

const Item = z.object({
  field: Name,
  from: z.union([Word, z.number()]),
  to: z.union([Word, z.number()]),
  fromString: Word,
  toString: z.preprocess((value) => (typeof value === 'function' ? null : value), Word),
})

const Issue = z.object({
  id: Id,
  fields: z.object({
    created: Moment,
    updated: Moment.nullish(),
    status: Status,
    issuetype: z.object({ name: Name }).nullish(),
    resolution: z.object({ name: Name }).nullish(),
    resolutiondate: Moment.nullish(),
    reporter: Person.nullish(),
    project: z.object({ name: Name }).nullish(),
  }),
  changelog: z
    .object({
      total: z.number().nullish(),
      histories: z.array(
        z.object({ created: Moment, author: Person.nullish(), items: z.array(Item) }),
      ),
    })
    .nullish(),
})
type Issue = z.infer<typeof Issue>

function issueSteps(record: unknown, reading: Reading): JiraFound[] {
  const issue = shapeOf(Issue, record)
  const { id: ticket, fields, changelog } = issue
  const { times } = reading
  const at = times.at(fields.created, 'fields.created')
  const reporter = personId(fields.reporter)
  const seenAt = times.maybe(fields.updated, 'fields.updated') ?? at
  const found: JiraFound[] = [
    ...categoryOf(fields.status),
    { ticket, at, body: received(issue, reporter) },
    { ticket, at: seenAt, body: now(issue, reading) },
  ]
  if (!changelog) return found
  found.push({ ticket, at, body: { kind: 'status', to: 'open' } })
  for (const { created, author, items } of changelog.histories) {
    const changedAt = times.at(created, 'changelog.created')
    const by = actorOf(author, reporter)
    for (const item of items) {
      const body = itemStep(item, by)
      if (body) found.push({ ticket, at: changedAt, body })
    }
  }
  const missing = (changelog.total ?? 0) - changelog.histories.length
  if (missing > 0) reading.remark('history-cut', `issue ${ticket}: ${missing} changes are missing`)
  return found
}

function received({ fields }: Issue, contact: string | null): Step {
  const type = fields.issuetype?.name.replaceAll('\0', '') ?? null
  return {
    kind: 'received',
    type: type?.slice(0, 200) ?? null,
    channel: null,
    product: null,
    contact,
  }
}

function now({ fields }: Issue, { times }: Reading): JiraStep {
  return {
    kind: 'jira-now',
    status: { id: fields.status.id ?? null, name: fields.status.name },
    resolution: fields.resolution?.name ?? null,
    resolvedAt: times.maybe(fields.resolutiondate, 'fields.resolutiondate'),
    team: fields.project?.name.replaceAll('\0', '') ?? null,
  }
}

/** Fields that name the team that works an issue; a move to another project is one, too. */
const teamField =
  /^(?:team|teams|assignment group|assigned group|support group|group|tier|support level|project)$/i

export type JiraItem = z.infer<typeof Item>

export function itemStep(item: JiraItem, by: StepActor): JiraStep | null {
  const { field, fromString, toString: toText } = item
  const id = (value: string | number | null | undefined) =>
    value === null || value === undefined || value === '' ? null : String(value)
  if (/^status$/i.test(field)) {
    const to = { id: id(item.to), name: toText }
    const from = { id: id(item.from), name: fromString }
    return to.id === null && to.name === null ? null : { kind: 'jira-status', to, from, by }
  }
  if (teamField.test(field) && toText) {
    return { kind: 'team', team: toText, from: fromString ?? undefined, by }
  }
  return /^issue ?type$/i.test(field) && toText ? { kind: 'type', type: toText, by } : null
}

function personId(person: z.infer<typeof Person> | null | undefined): string | null {
  return person?.accountId ?? person?.name ?? person?.key ?? null
}

/** Whoever changes an issue and did not report it works here; without an author, a rule did it. */
function actorOf(
  author: z.infer<typeof Person> | null | undefined,
  reporter: string | null,
): StepActor {
  const id = personId(author)
  if (id === null || author?.accountType === 'app') return { kind: 'system', id }
  const isCustomer = author?.accountType === 'customer' || id === reporter
  return { kind: isCustomer ? 'customer' : 'agent', id }
}

function statusCategory(record: unknown): JiraFound[] {
  return categoryOf(shapeOf(Status, record))
}

function categoryOf({ id, statusCategory: category }: z.infer<typeof Status>): JiraFound[] {
  return id && category ? [{ kind: 'status', id, value: category.key }] : []
}

/** Statuses become what they mean by their category; without it by the usual names. */
export function tellJira(
  ticket: string,
  parts: readonly Part<JiraStep>[],
  context: TellContext,
): HistoryRecord[] {
  const told = parts.map((part) => ({ ...part, body: meant(part.body, context) }))
  return tellTicket(ticket, told, context)
}

function meant(step: JiraStep, context: TellContext): Step {
  if (step.kind === 'jira-status') {
    const { to, from, by } = step
    const was = from && (from.id ?? from.name) !== null ? statusOf(from, context) : undefined
    return { kind: 'status', to: statusOf(to, context), from: was, by }
  }
  if (step.kind !== 'jira-now') return step
  const { status, resolution, resolvedAt, team } = step
  const meaning = voidName.test(resolution ?? '') ? 'void' : statusOf(status, context)
  return {
    kind: 'snapshot',
    status: meaning,
    resolvedAt,
    reopens: 0,
    reopenedAt: null,
    team,
    teams: 1,
  }
}

const voidName = /^(?:spam|duplicated?|cancell?ed|withdrawn|invalid|closed as duplicate)$/i
const doneName =
  /^(?:done|closed?|resolved?|solved?|completed?|fixed|finished|declined|won'?t (?:do|fix))$/i

function statusOf({ id, name }: JiraStatus, context: TellContext): StepStatus {
  const text = name?.trim() ?? ''
  if (voidName.test(text)) return 'void'
  const category = id === null ? undefined : context.nameOf('status', id)
  const isDone = category === undefined ? doneName.test(text) : category === 'done'
  if (!isDone) return 'open'
  return /^closed?$/i.test(text) ? 'closed' : 'resolved'
}
