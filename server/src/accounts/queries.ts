import { accountRoutes } from '@firstline/contract/accounts'
import type { PanelAnswer } from '@firstline/contract/accounts'
import { present } from '@firstline/contract/present'
import { z } from 'zod'
import { Refusal } from '#server/core/errors.ts'
import { defineDeed, defineQuery } from '#server/core/verb.ts'
import type { DeedContext, QueryContext } from '#server/core/verb.ts'
import { searchDirectory } from './directory.ts'
import { declaredColumns, panelOf } from './panel.ts'
import { findSource, readSource } from './read-source.ts'
import type { Sources, WithSources } from './read-source.ts'
import { lookAtAccount } from './scope.ts'
import type { AccountScope } from './scope.ts'

type Context = QueryContext & WithSources
type Looking = DeedContext & WithSources

export const listPanels = defineDeed({
  permission: 'account:read',
  input: accountRoutes.listPanels.params,
  async run(context: Looking, { ticketId }) {
    const { sources, actor } = context
    const scope = await lookAtAccount(context, actor, ticketId).catch(nullWithoutAccount)
    return {
      account: scope ? await readAccount(context, scope) : null,
      panels: panelsOf(sources),
    }
  },
})

/** Of every account's picture, in the project's order. */
export function panelsOf({ project }: Sources) {
  const { accountPicture, sources } = project.current()
  const shown = accountPicture.map((id) => present(sources.get(id)))
  return shown.map(({ id, title, isSingle }) => ({ source: id, title, isSingle }))
}

/** A ticket of an unknown sender has a picture too: an empty one, with the way to assign it. */
function nullWithoutAccount(error: unknown): null {
  if (error instanceof Refusal && error.reason === 'ticket.no-account') return null
  throw error
}

function readAccount({ db }: Looking, scope: AccountScope) {
  return db
    .selectFrom('account')
    .select(['id', 'external_id as externalId', 'name', 'domain'])
    .where('id', '=', scope.accountId)
    .executeTakeFirstOrThrow()
}

export const readPanel = defineDeed({
  permission: 'account:read',
  input: accountRoutes.readPanel.params,
  async run(context: Looking, input): Promise<PanelAnswer> {
    const { sources, actor } = context
    const source = findSource(sources, input.source)
    const scope = await lookAtAccount(context, actor, input.ticketId)
    return panelOf(source, await readSource(sources, scope, source.id), { isMasked: true })
  },
})

export const searchAccounts = defineQuery({
  permission: 'account:read',
  input: accountRoutes.searchAccounts.query,
  async run({ sources }: Context, { q }) {
    return { items: await searchDirectory(sources, q) }
  },
})

export const getProject = defineQuery({
  permission: 'runbook:read',
  input: z.object({}),
  async run({ sources: { project } }: Context) {
    const { name, sources } = project.current()
    return {
      name,
      sources: [...sources.values()].map((source) => ({
        id: source.id,
        title: source.title,
        columns: declaredColumns(source),
      })),
      problems: [...project.problems()],
    }
  },
})
