import type { HistoryRecord, TellContext } from './vendor.ts'
import { estimateSteps } from '#server/imports/vendors/estimate-steps.ts'
import type { Step, StepActor, StepPart } from '#server/imports/vendors/step.ts'
import {
  firstTeam,
  firstType,
  partsOf,
  snapshotOf,
  startOf,
  voidingStep,
  withoutRepeats,
} from '#server/imports/vendors/ticket-parts.ts'
import type { Dated } from '#server/imports/vendors/ticket-parts.ts'

type Kind = 'customer' | 'agent' | 'system'
type Story = {
  ticket: string
  context: TellContext
  records: HistoryRecord[]
  contact: string | null
  at: number
  status: 'open' | 'resolved' | 'void'
  type: string | null
  team: string | null
  resolutions: number
  /** Whether the last resolution counts as asked for a rating. */
  isAsked: boolean
}

/**
 * The steps of one ticket → its canonical history, the same rules for every vendor:
 * - entering a resolved status from an open one is a resolution; closing what is resolved is none
 * - leaving it is a reopen: the agent's own where an agent is known to have done it, else the
 *   customer's
 * - a rating belongs to the last resolution made before it
 * - a ticket whose last status is void was never one
 * - where the history is missing, it is estimated from the vendor's counts, and a remark says so
 */
export function tellTicket(
  ticket: string,
  all: readonly StepPart[],
  context: TellContext,
): HistoryRecord[] {
  const parts = withoutRepeats(all)
  const received = partsOf(parts, 'received').at(-1)
  const snapshot = snapshotOf(parts)
  const first = parts.reduce((least, part) => Math.min(least, startOf(part)), Infinity)
  const begun = Number.isFinite(first) ? first : (parts[0]?.at ?? 0)
  const { steps, why } = estimateSteps(parts, begun, snapshot)
  const story: Story = {
    ticket,
    context,
    records: [],
    contact: received?.body.contact ?? null,
    at: begun,
    status: 'open',
    type: firstType(steps, begun, received),
    team: firstTeam(steps, begun, snapshot),
    resolutions: 0,
    isAsked: false,
  }
  for (const reason of why) remark(story, reason[0], reason[1])
  if (!received) remark(story, 'no-ticket-record', 'known from its events only')
  begin(story, received)
  const voidAt = voidingStep(steps)
  for (const part of steps) {
    story.at = Math.max(story.at, part.at)
    if (part === voidAt) record(story, 'ticket.voided', { reason: 'imported' }, part.body.by)
    tellStep(story, part.body)
  }
  return story.records
}

function begin(story: Story, received: Dated<'received'> | undefined): void {
  const { channel, product, contact, followsUp } = received?.body ?? {}
  const team = story.team === null ? null : nameOfTeam(story, story.team)
  record(
    story,
    'ticket.received',
    {
      type: story.type,
      channel: channel ?? null,
      product: product ?? null,
      ...(team === null ? {} : { team }),
      ...(contact ? { contact } : {}),
    },
    received?.body.by ?? (contact ? { kind: 'customer', id: contact } : undefined),
  )
  if (followsUp && followsUp !== story.ticket) {
    record(story, 'ticket.repeat_linked', { of: followsUp }, { kind: 'system' })
  }
}

function tellStep(story: Story, step: Step): void {
  switch (step.kind) {
    case 'status':
      return tellStatus(story, step)
    case 'team':
      return moveTo(story, step)
    case 'type':
      if (step.type === story.type) return
      story.type = step.type
      return record(story, 'ticket.type_changed', { type: step.type }, step.by)
    case 'asked':
      if (story.resolutions === 0) return
      return ask(story)
    case 'rated':
      return rate(story, step)
    case 'received':
    case 'snapshot':
    case 'counts': // told at the beginning
  }
}

/** Some records name a team, others its id. */
function moveTo(story: Story, { team, by }: Extract<Step, { kind: 'team' }>): void {
  const name = nameOfTeam(story, team)
  if (story.team !== null && name === nameOfTeam(story, story.team)) return
  story.team = team
  record(story, 'ticket.line_changed', { team: name }, by)
}

function tellStatus(story: Story, { to, from, by }: Extract<Step, { kind: 'status' }>): void {
  const was = story.status
  if (was === 'void' && to !== 'open') return // closing what never was one is no resolution
  story.status = to === 'closed' ? 'resolved' : to
  if (to === 'void' || story.status === was) {
    const isCut = to === 'open' && (from === 'resolved' || from === 'closed')
    if (isCut) remark(story, 'history-begins-late', 'reopened, but its resolution is not in there')
    return
  }
  if (story.status === 'resolved') return resolve(story, by)
  if (was === 'resolved') reopen(story, by)
}

function resolve(story: Story, by: StepActor | undefined): void {
  story.resolutions += 1
  story.isAsked = false
  const actor = actorOf(story, by)
  const person = actor?.kind === 'agent' ? actor.id : null
  record(story, 'ticket.resolved', { type: story.type, by: person ?? null }, by)
}

function reopen(story: Story, by: StepActor | undefined): void {
  const kind = actorOf(story, by)?.kind
  const cause = kind ? `set open again by ${kind}` : 'set open again; by whom is not said'
  record(story, 'ticket.reopened', { by: kind === 'agent' ? 'agent' : 'customer', cause }, by)
}

function ask(story: Story): void {
  if (story.isAsked) return
  story.isAsked = true
  record(story, 'rating.requested', {}, { kind: 'system' })
}

/** Who rated was asked, also where the vendor exports answers only. */
function rate(story: Story, { value, by }: Extract<Step, { kind: 'rated' }>): void {
  if (story.resolutions === 0) {
    return remark(story, 'rating-without-resolution', 'rated before it was ever resolved')
  }
  ask(story)
  record(story, 'rating.given', { value }, by ?? { kind: 'customer', id: story.contact })
}

function record<Name extends HistoryRecord['name']>(
  story: Story,
  name: Name,
  data: Extract<HistoryRecord, { name: Name }>['data'],
  by: StepActor | undefined,
): void {
  const actor = actorOf(story, by)
  // The compiler cannot see that name and data of one type parameter belong together.
  story.records.push({ at: story.at, name, data, actor } as HistoryRecord)
}

function actorOf(
  story: Story,
  by: StepActor | undefined,
): { kind: Kind; id?: string | null } | null {
  const id = by?.id ?? null
  if (by?.kind) return { kind: by.kind, id }
  if (id === null) return null
  const role = story.context.nameOf('role', id)
  if (role === 'customer' || role === 'agent' || role === 'system') return { kind: role, id }
  return id === story.contact ? { kind: 'customer', id } : null
}

function nameOfTeam({ context }: Story, team: string): string {
  return context.nameOf('team', team) ?? team
}

function remark({ ticket, context }: Story, reason: string, detail: string): void {
  context.remark({ line: 0, reason, detail: `ticket ${ticket.slice(0, 60)}: ${detail}` })
}
