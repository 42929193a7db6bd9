import type { Snapshot, Step, StepPart, StepStatus } from '#server/imports/vendors/step.ts'

type Completed = { steps: StepPart[]; why: [reason: string, detail: string][] }
type SnapshotPart = { at: number; body: Snapshot }

/** Stands for teams that the vendor counts but does not name. */
const unnamedTeam = '(another team)'

/**
 * The steps of a ticket, completed from what the desk knows of it now where its history is missing
 * or ends too early. Nothing is made up silently: `why` holds a remark for each estimate.
 */
export function estimateSteps(
  parts: readonly StepPart[],
  begun: number,
  snapshot: SnapshotPart | undefined,
): Completed {
  const steps = parts.filter(({ body: { kind } }) => kind !== 'snapshot' && kind !== 'counts')
  const statuses = steps.filter(({ body }) => body.kind === 'status')
  const [first, last] = [statuses[0], statuses.at(-1)]
  if (!first || !last) {
    return snapshot ? estimated(steps, begun, snapshot) : { steps, why: [] }
  }
  const start = beginning(first, snapshot)
  const end = snapshot ? ending(last, snapshot) : nothing
  return {
    steps: inOrder([...start.steps, ...steps, ...end.steps]),
    why: [...start.why, ...end.why],
  }
}

const nothing: Completed = { steps: [], why: [] }

/** No history at all: as many resolutions as the counts tell, spread over the time there was. */
function estimated(steps: StepPart[], begun: number, { at, body }: SnapshotPart): Completed {
  const ticket = steps[0]?.ticket ?? ''
  const end = Math.max(begun, body.resolvedAt ?? at)
  const isResolved = isOver(body.status)
  const made: StepPart[] = []
  const add = (when: number, step: Step) => made.push({ ticket, at: when, body: step })
  const last = body.reopenedAt === null ? null : Math.min(Math.max(begun, body.reopenedAt), end)
  const rounds = Math.max(body.reopens, last === null ? 0 : 1)
  for (let round = 1; round <= rounds; round += 1) {
    const share = (half: number) => begun + ((end - begun) * (2 * round - half)) / (2 * rounds + 1)
    const reopenedAt = round === rounds && last !== null ? last : share(0)
    add(Math.min(share(1), reopenedAt), { kind: 'status', to: 'resolved' })
    add(reopenedAt, { kind: 'status', to: 'open' })
  }
  if (isResolved) add(end, { kind: 'status', to: 'resolved' })
  if (body.status === 'void') add(Math.max(begun, at), { kind: 'status', to: 'void' })
  if (body.teams > 1 && body.team !== null) {
    add(begun, { kind: 'team', team: body.team, from: unnamedTeam })
  }
  const all = inOrder([...steps, ...made])
  if (!isResolved && rounds === 0 && body.teams <= 1) return { steps: all, why: [] }
  const detail = `no history: resolved ${rounds + (isResolved ? 1 : 0)} times, reopened ${rounds}, ${body.teams} teams by the vendor's counts`
  return { steps: all, why: [['estimated-history', detail]] }
}

/** A history that begins with closing what was resolved before: when is the vendor's to say. */
function beginning(first: StepPart, snapshot: SnapshotPart | undefined): Completed {
  const { body } = first
  if (body.kind !== 'status' || !isOver(body.from) || !isOver(body.to)) return nothing
  const resolvedAt = snapshot?.body.resolvedAt ?? null
  const isKnown = resolvedAt !== null && resolvedAt <= first.at
  const at = isKnown ? resolvedAt : first.at
  const detail = isKnown
    ? 'its resolution is the vendor’s time of the last one'
    : 'its resolution is taken for the time it was closed'
  const why: Completed['why'] = [['history-begins-late', detail]]
  return { steps: [{ ...first, at, body: { kind: 'status', to: 'resolved' } }], why }
}

/** A history that stops before what the desk shows, as when its end was not exported. */
function ending(last: StepPart, { at, body }: SnapshotPart): Completed {
  const now = last.body.kind === 'status' ? last.body.to : 'open'
  const endWith = (when: number, why: Completed['why']): Completed => ({
    steps: [{ ticket: last.ticket, at: when, body: { kind: 'status', to: body.status } }],
    why,
  })
  if (body.status === 'void') return now === 'void' ? nothing : endWith(Math.max(last.at, at), [])
  if (isOver(body.status) === isOver(now) || at < last.at) return nothing
  const when = isOver(body.status) ? body.resolvedAt : body.reopenedAt
  if (when === null || when < last.at) {
    const detail = `ends ${now}, though the ticket is ${body.status}`
    return { steps: [], why: [['history-incomplete', detail]] }
  }
  const detail = `its last change, to ${body.status}, is the vendor’s time of it`
  return endWith(when, [['history-incomplete', detail]])
}

function isOver(status: StepStatus | undefined): boolean {
  return status === 'resolved' || status === 'closed'
}

function inOrder(steps: StepPart[]): StepPart[] {
  return steps.toSorted((a, b) => a.at - b.at)
}
