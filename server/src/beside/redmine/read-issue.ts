import type { Message } from '@firstline/contract/tickets'
import type { RedmineSettings } from '#server/beside/beside-section.ts'
import type {
  OutsideEntry,
  OutsidePerson,
  OutsideStanding,
  OutsideTicket,
} from '#server/beside/port.ts'
import type { Issue, Journal } from './shapes.ts'

/** What reading an issue asks of the rest of Redmine. */
export type Around = {
  settings: RedmineSettings
  url: string
  /** Of our key. */
  ownId: number
  /** By id. */
  statuses: ReadonlyMap<number, string>
  who(person: { id: number; name: string }): Promise<OutsidePerson>
  /** When it was asked, by its own clock or ours. */
  askedAt: Date
}

/** Redmine writes times to the second: for so long the same one may hold more. */
const settledMs = 2_000
const longestText = 100_000

/** An issue and its journals as a history: what it was opened as, then each change of it. */
export async function readIssue(issue: Issue, around: Around): Promise<OutsideTicket> {
  const entries: OutsideEntry[] = []
  for (const journal of issue.journals.toSorted((a, b) => a.id - b.id)) {
    entries.push(await entryOf(issue, journal, around))
  }
  const { settings, askedAt } = around
  const field = (name: string | null) => (name === null ? null : fieldOf(issue, name))
  return {
    id: String(issue.id),
    url: around.url,
    subject: issue.subject,
    version: versionOf(issue),
    isSettled: askedAt.getTime() - issue.updated_on.getTime() >= settledMs,
    status: issue.status.name,
    tags: [],
    accountKey: field(settings.accountField),
    entries: [await openingOf(issue, around, field(settings.emailField)), ...entries],
  }
}

/** Several changes are of one second; a journal is of one change. */
export function versionOf({ updated_on: at, journals }: Issue): string {
  return `${at.toISOString()}/${Math.max(0, ...journals.map(({ id }) => id))}`
}

async function openingOf(
  issue: Issue,
  around: Around,
  email: string | null,
): Promise<OutsideEntry> {
  const author = await around.who(issue.author)
  // opened by the team for somebody
  const by = email === null ? author : { name: email, email, isStaff: false }
  const status = nameOf(around, firstValue(issue, 'status_id') ?? String(issue.status.id))
  const assigned = firstValue(issue, 'assigned_to_id')
  const assignee = assigned === undefined ? issue.assigned_to : personOf(assigned)
  const later = new Set(issue.journals.flatMap((journal) => attachedTo(journal)))
  return {
    number: 0,
    at: issue.created_on,
    by: { ...by, isStaff: false },
    isOwn: false,
    text: textOf(issue.description) ?? '',
    attachments: attachmentsOf(issue, (id) => !later.has(id)),
    isInternal: false,
    standing: standingOf(around.settings, status),
    status,
    assignee: assignee ? await around.who(assignee) : null,
  }
}

async function entryOf(issue: Issue, journal: Journal, around: Around): Promise<OutsideEntry> {
  const status = lastChange(journal, 'status_id')
  const assigned = lastChange(journal, 'assigned_to_id')
  const name = status === undefined ? undefined : nameOf(around, status ?? '')
  const ids = new Set(attachedTo(journal))
  const attachments = attachmentsOf(issue, (id) => ids.has(id))
  const by = journal.user ?? { id: 0, name: 'Anonymous' }
  const assignee = assigned === undefined ? undefined : personOf(assigned)
  return {
    number: journal.id,
    at: journal.created_on,
    by: journal.user ? await around.who(by) : { name: by.name, email: null, isStaff: false },
    isOwn: by.id === around.ownId,
    text: textOf(journal.notes) ?? (attachments.length > 0 ? '' : null),
    attachments,
    isInternal: journal.private_notes,
    ...(name === undefined ? {} : { status: name, standing: standingOf(around.settings, name) }),
    ...(assignee === undefined ? {} : { assignee: assignee && (await around.who(assignee)) }),
  }
}

/** Before the first change of it; undefined: it was never changed. */
function firstValue(issue: Issue, name: string): string | null | undefined {
  const details = issue.journals
    .toSorted((a, b) => a.id - b.id)
    .flatMap((journal) => journal.details)
  const first = details.find((detail) => detail.property === 'attr' && detail.name === name)
  return first && (first.old_value ?? null)
}

function lastChange(journal: Journal, name: string): string | null | undefined {
  const change = journal.details.findLast(
    (detail) => detail.property === 'attr' && detail.name === name,
  )
  return change && (change.new_value ?? null)
}

function attachedTo({ details }: Journal): number[] {
  return details
    .filter(({ property, new_value: added }) => property === 'attachment' && added)
    .map(({ name }) => Number(name))
}

function attachmentsOf(issue: Issue, isWanted: (id: number) => boolean): Message['attachments'] {
  return issue.attachments
    .filter(({ id }) => isWanted(id))
    .map(({ filename, filesize, content_type: type }) => ({
      name: filename,
      sizeBytes: filesize,
      type: type ?? 'application/octet-stream',
    }))
}

/** Only the id is said there. */
function personOf(id: string | null): { id: number; name: string } | null {
  return id === null || id === '' ? null : { id: Number(id), name: `#${id}` }
}

function nameOf({ statuses }: Around, id: string): string {
  return statuses.get(Number(id)) ?? `#${id}`
}

function standingOf(settings: RedmineSettings, status: string): OutsideStanding {
  if (settings.solved.includes(status)) return 'solved'
  return settings.void.includes(status) ? 'void' : 'open'
}

function textOf(said: string | null | undefined): string | null {
  const text = (said ?? '').replaceAll(/\r\n?/g, '\n').trim()
  return text === '' ? null : text.slice(0, longestText).toWellFormed()
}

function fieldOf({ custom_fields: fields }: Issue, name: string): string | null {
  const value = fields.find((field) => field.name === name)?.value
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}
