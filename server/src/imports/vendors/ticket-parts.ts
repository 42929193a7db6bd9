import type { Step, StepPart } from '#server/imports/vendors/step.ts'

/** A part of one kind, and when. */
export type Dated<StepKind extends Step['kind']> = {
  at: number
  body: Extract<Step, { kind: StepKind }>
}

/** Pages of an API overlap, and exports are joined: what is said twice happened once. */
export function withoutRepeats(parts: readonly StepPart[]): StepPart[] {
  const seen = new Set<string>()
  return parts.filter(({ at, body }) => {
    const said = `${at} ${JSON.stringify(body)}`
    return !seen.has(said) && seen.add(said)
  })
}

/** A snapshot says how the ticket is, not when it began. */
export function startOf({ at, body: { kind } }: StepPart): number {
  return kind === 'snapshot' || kind === 'counts' ? Number.POSITIVE_INFINITY : at
}

export function snapshotOf(parts: readonly StepPart[]): Dated<'snapshot'> | undefined {
  const snapshot = partsOf(parts, 'snapshot').at(-1)
  const counts = partsOf(parts, 'counts').at(-1)?.body
  if (!snapshot || !counts) return snapshot
  const { resolvedAt, reopens, teams } = counts
  return { ...snapshot, body: { ...snapshot.body, resolvedAt, reopens, teams } }
}

export function partsOf<K extends Step['kind']>(parts: readonly StepPart[], kind: K): Dated<K>[] {
  return parts.filter((part) => part.body.kind === kind) as unknown as Dated<K>[]
}

export function firstTeam(
  steps: readonly StepPart[],
  begun: number,
  snapshot: Dated<'snapshot'> | undefined,
): string | null {
  const first = partsOf(steps, 'team')[0]
  if (!first) return snapshot?.body.team ?? null
  return first.body.from ?? (first.at === begun ? first.body.team : null)
}

/** The ticket itself says what its type is now, its history what it was at first. */
export function firstType(
  steps: readonly StepPart[],
  begun: number,
  received: Dated<'received'> | undefined,
): string | null {
  const first = partsOf(steps, 'type')[0]
  return first?.at === begun ? first.body.type : (received?.body.type ?? null)
}

/** The first of the void statuses that nothing but closing follows. */
export function voidingStep(steps: readonly StepPart[]): StepPart | undefined {
  const statuses = partsOf(steps, 'status')
  const last = statuses.findLastIndex(({ body: { to } }) => to === 'open' || to === 'void')
  if (statuses[last]?.body.to !== 'void') return undefined
  const before = statuses.findLastIndex(({ body }, at) => at < last && body.to === 'open')
  const found = statuses.find(({ body }, at) => at > before && body.to === 'void')
  return found as StepPart | undefined
}
