import type { Project } from '#server/project/project.ts'
import { Invalid } from '#server/core/errors.ts'
import { didYouMean } from '#server/core/did-you-mean.ts'
import { sentence } from '#server/core/sentence.ts'
import { nearest } from '#server/core/spelling.ts'

/** @throws Invalid `type.not-found`, with the nearest spelling */
export function requireKnownType({ types }: Project, type: string): void {
  const known = types.map(({ id }) => id)
  if (known.includes(type)) return
  const meant = nearest(type, known)
  throw new Invalid(
    'type.not-found',
    didYouMean(sentence`No ticket type is named “${type}”`, meant),
  )
}
