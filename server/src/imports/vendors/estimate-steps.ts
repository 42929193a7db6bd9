import type { Snapshot, Step, StepPart } from '#server/imports/vendors/step.ts'

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
  if (!snapshot) return { steps, why: [] }
  const statuses = steps.filter(({ body }) => body.kind === 'status')
  if (statuses.length === 0) return estimated(steps, begun, snapshot)
  return withEnd(steps, statuses, snapshot)
}

/** No history at all: as many resolutions as the counts tell, spread over the time there was. */
function estimated(steps: StepPart[], begun: number, { at, body }: SnapshotPart): Completed {
  const ticket = steps[0]?.ticket ?? ''
  const end = Math.max(begun, body.resolvedAt ?? at)
  const isResolved = body.status === 'resolved' || body.status === 'closed'
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

/** The history stops before what the desk shows, as when its beginning or end was not exported. */
function withEnd(steps: StepPart[], statuses: StepPart[], { at, body }: SnapshotPart): Completed {
  const last = statuses.at(-1)!
  const now = last.body.kind === 'status' ? last.body.to : 'open'
  const isOver = (status: string) => status === 'resolved' || status === 'closed'
  if (body.status === 'void' && now !== 'void') {
    const end: StepPart = {
      ...last,
      at: Math.max(last.at, at),
      body: { kind: 'status', to: 'void' },
    }
    return { steps: inOrder([...steps, end]), why: [] }
  }
  if (isOver(body.status) === isOver(now) || at < last.at || body.status === 'void') {
    return { steps, why: [] }
  }
  const when = isOver(body.status) ? body.resolvedAt : body.reopenedAt
  if (when === null || when < last.at) {
    return {
      steps,
      why: [['history-incomplete', `ends ${now}, though the ticket is ${body.status}`]],
    }
  }
  const end: StepPart = { ...last, at: when, body: { kind: 'status', to: body.status } }
  const detail = `its last change to ${body.status} is the vendor's time of it`
  return { steps: inOrder([...steps, end]), why: [['history-incomplete', detail]] }
}

function inOrder(steps: StepPart[]): StepPart[] {
  return steps.toSorted((a, b) => a.at - b.at)
}
