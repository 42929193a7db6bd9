import { ToldKind } from '@firstline/contract/changes'
import type { Hook, MappedField } from './hooks-section.ts'
import { later, minutes } from '#server/core/clock.ts'
import { momentOf, textAt, textOf, valueAt } from '#server/changes/read-path.ts'
import type { Draft } from './drafts.ts'

/** A change as it is kept. */
export type ToldChange = {
  kind: ToldKind
  name: string
  service: string
  version: string
  environment: string
  at: Date
  outcome: 'live' | 'failed'
  author: string | null
  summary: string | null
  url: string | null
  /** What the sender calls it; null: it is known by what it says and when. */
  origin: string | null
}

/** Clocks differ a little. */
const aheadMs = 5 * minutes
const longest = 120

/** A sender's draft in this desk's words, by the hook's mapping; or why it is none. */
export function completeChange(
  hook: Hook,
  draft: Draft,
  message: unknown,
  now: Date,
): ToldChange | { ignored: string } {
  const unmet = [...hook.onlyWhen].find(
    ([path, wanted]) => !wanted.includes(textAt(message, path) ?? ''),
  )
  if (unmet) return { ignored: `“${unmet[0]}” is not what only_when asks for` }
  const said = (field: MappedField) => textOf(mappedValue(hook, field, message))
  const service = said('service') ?? serviceOf(hook, draft)
  const version = said('version') ?? draft.version
  const environment = said('environment') ?? draft.environment ?? 'production'
  const kind = ToldKind.safeParse(said('kind') ?? draft.kind ?? 'deploy')
  const written = mappedValue(hook, 'at', message) ?? draft.at
  const at = written === undefined ? now : momentOf(written)
  const id = said('id') ?? draft.id
  if (!service) return { ignored: 'it does not say of which service' }
  if (!version) return { ignored: 'it does not say which version' }
  if (!kind.success) return { ignored: '“kind” is none of deploy, flag and config' }
  if (!at) return { ignored: 'its time is not understood' }
  if (at > later(now, aheadMs)) return { ignored: 'it lies in the future' }
  const name = said('name') ?? draft.name ?? ''
  const ours = {
    service: hook.services.get(service) ?? service,
    environment: hook.environments.get(environment) ?? environment,
  }
  const short = { name, version, ...ours }
  const tooLong = Object.entries(short).find(([, text]) => text.length > longest)
  if (tooLong) return { ignored: `its ${tooLong[0]} has more than ${longest} characters` }
  return {
    kind: kind.data,
    ...short,
    at,
    outcome: draft.outcome ?? 'live',
    author: (said('author') ?? draft.author)?.slice(0, 200).toWellFormed() ?? null,
    summary: (said('summary') ?? draft.summary)?.slice(0, 2_000).toWellFormed() ?? null,
    url: linkOf(said('url') ?? draft.url),
    origin: id ? `${hook.name}: ${id}`.slice(0, 500).toWellFormed() : null,
  }
}

function mappedValue({ map }: Hook, field: MappedField, message: unknown): unknown {
  const leaf = map.get(field)
  if (!leaf) return undefined
  return 'path' in leaf ? (valueAt(message, leaf.path) ?? undefined) : leaf.literal
}

/** By the most exact of its names that the hook knows; else by its plain one. */
function serviceOf({ services }: Hook, draft: Draft): string | undefined {
  const names = draft.services.filter((name) => name !== undefined)
  return names.find((name) => services.has(name)) ?? names.at(-1)
}

export function linkOf(text: string | undefined): string | null {
  if (text === undefined || text.length > 2_000 || !URL.canParse(text)) return null
  return /^https?:$/.test(new URL(text).protocol) ? text : null
}
