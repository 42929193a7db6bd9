import { z } from 'zod'
import type { ProjectStore } from '#server/project/project.ts'
import type { BuiltinSource } from '#server/accounts/read-source.ts'
import { minutes } from '#server/core/clock.ts'
import { Invalid, Unavailable } from '#server/core/errors.ts'
import { didYouMean } from '#server/core/did-you-mean.ts'
import { sentence } from '#server/core/sentence.ts'
import { nearest } from '#server/core/spelling.ts'
import type { Desk } from '#server/core/verb.ts'
import { readStatus } from './read-status.ts'

const Params = z.strictObject({ names: z.array(z.string()).max(50).optional() })
/** A decision must not stand on a status older than this. */
const oldestMs = 15 * minutes

/** `builtin: status`: one row `{ degraded, stale, age_s, components }` of the named components, or of all. */
export function statusSource(desk: Desk, project: ProjectStore): BuiltinSource {
  return async (_scope, params) => {
    const parsed = Params.safeParse(params)
    if (!parsed.success) throw new Invalid('source.params-invalid', z.prettifyError(parsed.error))
    const status = await readStatus({ ...desk, sources: { project } })
    const now = desk.clock.now().getTime()
    const ageMs = status.checkedAt ? now - new Date(status.checkedAt).getTime() : Infinity
    if (ageMs > oldestMs) {
      throw new Unavailable(
        'source.unavailable',
        'The status page has not answered for 15 minutes or more',
      )
    }
    const named = parsed.data.names ?? status.components.map(({ name }) => name)
    const components = named.map((name) => {
      const found = status.components.find((component) => component.name === name)
      if (!found)
        throw unknown(
          name,
          status.components.map((component) => component.name),
        )
      return {
        name,
        title: found.title,
        state: found.state,
        note: found.note,
        since: found.since,
        since_age_s: Math.floor((now - new Date(found.since).getTime()) / 1_000),
      }
    })
    const degraded = components.some(({ state }) => state !== 'operational')
    const row = { degraded, stale: status.isStale, age_s: Math.floor(ageMs / 1_000), components }
    return { rows: [row], isSingle: true }
  }
}

/** A name that is never found would never be degraded: said, not passed over. */
function unknown(name: string, known: readonly string[]): Invalid {
  const meant = nearest(name, known)
  return new Invalid(
    'source.params-invalid',
    didYouMean(sentence`The status page has no component “${name}”`, meant),
  )
}
