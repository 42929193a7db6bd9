import { present } from '@firstline/contract/present'
import type { RunbookNames } from '@firstline/contract/runbooks'
import { z } from 'zod'
import type { LoadedFile } from '#server/project/project-document.ts'
import { defineQuery } from '#server/core/verb.ts'
import type { QueryContext } from '#server/core/verb.ts'
import { isMasked, namedIn } from './named.ts'
import type { NamedSource } from './named.ts'
import type { WithProject } from '#server/project/project.ts'

/** What a runbook may name, for an editor to offer: ids, titles and field names, no value of any. */
export const listRunbookNames = defineQuery({
  permission: 'runbook:edit',
  input: z.object({}),
  async run({ sources }: QueryContext & WithProject): Promise<RunbookNames> {
    const { files } = sources.project
    const named = namedIn(files)
    return {
      sources: files('Source').map((file) => ({
        id: file.id,
        title: titleOf(file),
        fields: fieldsOf(file, present(named.sources.get(file.id))),
      })),
      actions: files('Action').map((file) => ({ id: file.id, title: titleOf(file) })),
      types: [...named.types],
    }
  },
})

function titleOf({ id, definition }: LoadedFile): string {
  return typeof definition.title === 'string' ? definition.title : id
}

/** What a condition can read: masked fields it cannot. */
function fieldsOf({ definition }: LoadedFile, source: NamedSource): string[] {
  const { sql } = definition
  const known = typeof sql === 'string' ? columnsOf(sql) : [...(source.fields ?? [])]
  const all = new Set([...known, ...Object.keys(source.values)])
  return [...all].filter((field) => !isMasked(source, field))
}

/** The names of the columns the outermost query gives; empty where it takes all there are. */
export function columnsOf(sql: string): string[] {
  const outermost = withoutBrackets(sql.replaceAll(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' '))
  const selected = /\bselect\s([\s\S]*?)(?:\bfrom\b|$)/i.exec(outermost)?.[1] ?? ''
  return selected.split(',').flatMap((column) => {
    const name = column
      .replaceAll(/::\s*\w+/g, '')
      .trimEnd()
      .split(/\W/)
      .at(-1)
    return name && /^[A-Za-z_]/.test(name) ? [name] : []
  })
}

/** What stands in brackets, or in quotes, names no column. */
function withoutBrackets(sql: string): string {
  let text = sql.replaceAll(/'(?:''|[^'])*'/g, ' ')
  for (let before = ''; before !== text;) {
    before = text
    text = text.replaceAll(/\([^()]*\)/g, ' ')
  }
  return text
}
