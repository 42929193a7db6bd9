import type { PanelAnswer } from '@firstline/contract/accounts'
import { Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import type { Source } from './load-sources.ts'
import { panelOf } from './panel.ts'
import { findSource, readSource } from './read-source.ts'
import type { Params, Sources } from './read-source.ts'
import type { AccountScope } from './scope.ts'

export type ConnectedSource = Exclude<Source, { kind: 'builtin' }>

/** @throws NotFound `source.not-found`, Invalid `source.unavailable` for what no connection answers */
export function findConnectedSource(
  sources: Pick<Sources, 'project'>,
  id: string,
): ConnectedSource {
  const source = findSource(sources, id)
  if (source.kind !== 'builtin') return source
  const said = sentence`“${id}” is answered by the desk itself, from what it was sent`
  throw new Invalid('source.unavailable', said)
}

/** As its panel would be, by a read of its own: whole rows are checked, then masked. */
export async function askOnce(
  sources: Sources,
  scope: AccountScope,
  source: ConnectedSource,
  params: Params,
): Promise<PanelAnswer> {
  const answer = await readSource(sources, scope, source.id, params, { isFresh: true })
  return panelOf(source, answer, { isMasked: true })
}
