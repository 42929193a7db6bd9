import { Invalid } from '#server/core/errors.ts'
import { didYouMean } from '#server/core/did-you-mean.ts'
import { sentence } from '#server/core/sentence.ts'
import { nearest } from '#server/core/spelling.ts'

/** What tickets and mail need to know of the project's files. */
export type DeskProject = {
  support: { address: string; name: string; signature: string }
  types: readonly { id: string; title: string }[]
  scorecard?: { windowDays: number }
}

export type NeedsProject = { sources: { project: { current(): DeskProject } } }

/** @throws Invalid `type.not-found`, with the nearest spelling */
export function requireKnownType(project: DeskProject, type: string): void {
  const known = project.types.map(({ id }) => id)
  if (known.includes(type)) return
  const meant = nearest(type, known)
  throw new Invalid(
    'type.not-found',
    didYouMean(sentence`No ticket type is named “${type}”`, meant),
  )
}
