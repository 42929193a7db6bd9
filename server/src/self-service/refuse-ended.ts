import { Conflict } from '#server/core/errors.ts'
import type { Attempt } from './attempt.ts'

/** @throws Conflict `self-service.ended` */
export function refuseEnded({ state }: Pick<Attempt, 'state'>): void {
  if (state !== 'solved' && state !== 'passed_on') return
  throw new Conflict('self-service.ended', 'This has ended: write again if there is more to say')
}
