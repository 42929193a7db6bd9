import { ToldKind } from '@firstline/contract/changes'
import { present } from '@firstline/contract/present'
import { z } from 'zod'
import { parseDuration } from '#server/project/duration.ts'
import type { BuiltinSource } from '#server/accounts/read-source.ts'
import { later } from '#server/core/clock.ts'
import { Invalid } from '#server/core/errors.ts'
import type { Desk } from '#server/core/verb.ts'

const Params = z.strictObject({
  window: z
    .string()
    .regex(/^[1-9]\d{0,3}[smh]$/)
    .default('24h'),
  services: z.array(z.string()).max(50).optional(),
  /** Deploys, unless asked for flags and settings as well. */
  kinds: z.array(ToldKind).min(1).max(3).default(['deploy']),
})
const most = 50

/** `builtin: changes`: one row `{ count, latest, items }` of what went live in the window, newest first. */
export function changesSource({ db, clock }: Pick<Desk, 'db' | 'clock'>): BuiltinSource {
  return async (_scope, params) => {
    const parsed = Params.safeParse(params)
    if (!parsed.success) throw new Invalid('source.params-invalid', z.prettifyError(parsed.error))
    const { window, services, kinds } = parsed.data
    const now = clock.now()
    const deploys = await db
      .selectFrom('deploy')
      .select(['kind', 'name', 'service', 'version', 'environment', 'at', 'author', 'summary'])
      .where('kind', 'in', kinds)
      .where('outcome', '=', 'live')
      .where('at', '>=', later(now, -parseDuration(window)))
      .$if(services !== undefined, (query) => query.where('service', 'in', present(services)))
      .orderBy('at', 'desc')
      .limit(most)
      .execute()
    const items = deploys.map((deploy) => ({
      ...deploy,
      at: deploy.at.toISOString(),
      at_age_s: Math.max(0, Math.floor((now.getTime() - deploy.at.getTime()) / 1_000)),
    }))
    return { rows: [{ count: items.length, latest: items[0] ?? null, items }], isSingle: true }
  }
}
