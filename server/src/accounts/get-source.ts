import { connectionRoutes } from '@firstline/contract/connections'
import type { SourceText } from '@firstline/contract/connections'
import { defineQuery } from '#server/core/verb.ts'
import type { QueryContext } from '#server/core/verb.ts'
import { findConnectedSource } from './ask-once.ts'
import type { WithSources } from './read-source.ts'

/** As its file says it, which stays the truth. */
export const getSource = defineQuery({
  permission: 'connection:read',
  input: connectionRoutes.getSource.params,
  async run({ sources }: QueryContext & WithSources, { source }): Promise<SourceText> {
    const { id, title, connection, params } = findConnectedSource(sources, source)
    const [file] = sources.project.files('Source').filter((each) => each.id === id)
    return {
      id,
      title,
      connection,
      params: Object.fromEntries(
        Object.entries(params).map(([name, schema]) => [name, { ...schema }]),
      ),
      yaml: { file: file?.path ?? '', line: 1, text: file?.text ?? '' },
    }
  },
})
