import { days, later } from '#server/core/clock.ts'

/** An attempt of a customer, as the desk knows it now. */
export type AttemptFact = {
  runbook: string
  type: string
  state: 'checking' | 'asking' | 'shown' | 'solved' | 'passed_on'
  /** Of one that was solved or passed on. */
  endedAt: Date | null
  /** The contact's first ticket since then of the same type or runbook that is not void. */
  cameBackAt: Date | null
}

export type SelfServiceCounts = {
  attempts: number
  solved: number
  passedOn: number
  /** Solved, and came back within the window. */
  cameBack: number
  /** Solved, has not come back, and the window is still open. */
  pending: number
  /** Solved at least one window ago. */
  mature: number
  /** Of those, came back within the window. */
  broken: number
}

type Basis = { asOf: Date; windowDays: number }

export const noAttempts: SelfServiceCounts = {
  attempts: 0,
  solved: 0,
  passedOn: 0,
  cameBack: 0,
  pending: 0,
  mature: 0,
  broken: 0,
}

/** docs/metrics.md, “Solved without us”: one attempt more. */
export function countAttempt(
  counts: SelfServiceCounts,
  { state, endedAt, cameBackAt }: AttemptFact,
  { asOf, windowDays }: Basis,
): SelfServiceCounts {
  const attempts = counts.attempts + 1
  if (state === 'passed_on') return { ...counts, attempts, passedOn: counts.passedOn + 1 }
  if (state !== 'solved' || endedAt === null) return { ...counts, attempts }
  const solved = counts.solved + 1
  const windowEndsAt = later(endedAt, windowDays * days)
  const isBroken = cameBackAt !== null && cameBackAt <= windowEndsAt
  const isMature = windowEndsAt <= asOf
  return {
    ...counts,
    attempts,
    solved,
    cameBack: counts.cameBack + Number(isBroken),
    pending: counts.pending + Number(!isBroken && !isMature),
    mature: counts.mature + Number(isMature),
    broken: counts.broken + Number(isBroken && isMature),
  }
}
