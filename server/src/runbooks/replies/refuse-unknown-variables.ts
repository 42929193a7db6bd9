import { setImmediate as nextTurn } from 'node:timers/promises'
import { replyVariables } from '@firstline/contract/saved-replies'
import type { RunbookContent } from '@firstline/contract/runbooks'
import type { Kysely } from 'kysely'
import { didYouMean } from '#server/core/did-you-mean.ts'
import { Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { nearest } from '#server/core/spelling.ts'
import type { DB } from '#server/database/db-types.ts'
import { namedIn } from '#server/runbooks/format/named.ts'
import type { Named, RunbookProject } from '#server/runbooks/format/named.ts'
import { parseRunbook } from '#server/runbooks/format/parse-runbook.ts'

const variable = /\{\{([^{}]*)\}\}/g

/**
 * A text that a customer would get with braces in it is not saved.
 * @throws Invalid `saved-reply.variable-unknown` with the nearest spelling, `saved-reply.braces`
 */
export async function refuseUnknownVariables(
  db: Kysely<DB>,
  project: RunbookProject,
  text: string,
): Promise<void> {
  const names = [...text.matchAll(variable)].map(([, name = '']) => name.trim())
  const found = names.some((name) => name.startsWith('run.')) ? await readFound(db, project) : []
  const known = [...replyVariables, ...found]
  for (const name of names) {
    const field = name.replace(/^.*\./, '')
    const spelled = known.map((each) => each.replace(/\*$/, field))
    if (/^[\w.-]+$/.test(name) && spelled.includes(name)) continue
    const written = `{{${name}}}`
    throw new Invalid(
      'saved-reply.variable-unknown',
      didYouMean(sentence`There is no variable ${written}`, nearest(name, spelled)),
    )
  }
  if (/\{\{|\}\}/.test(text.replaceAll(variable, ''))) {
    throw new Invalid(
      'saved-reply.braces',
      'Two braces stand alone: a variable is written {{contact.first_name}}',
    )
  }
}

/** What the published runbooks find, by name; `run.x.*` where nobody knows which fields there are. */
async function readFound(db: Kysely<DB>, { files }: RunbookProject): Promise<string[]> {
  const published = await db
    .selectFrom('runbook_version')
    .select(['source', 'sha256'])
    .where('state', '=', 'published')
    .execute()
  const named = namedIn(files)
  const found: string[] = []
  for (const version of published) found.push(...foundBy(await checksOf(version), named))
  return found
}

const knownChecks = new Map<string, RunbookContent['checks']>()
const mostKnown = 1_000

/** Once for each text, as reading it takes a while; the desk goes on between any two. */
async function checksOf({ source, sha256 }: { source: string; sha256: string }) {
  const known = knownChecks.get(sha256)
  if (known) return known
  await nextTurn()
  const checks = parseRunbook(source).content?.checks ?? []
  const [oldest] = knownChecks.keys()
  if (knownChecks.size >= mostKnown && oldest !== undefined) knownChecks.delete(oldest)
  knownChecks.set(sha256, checks)
  return checks
}

function foundBy(checks: RunbookContent['checks'], { sources }: Named): string[] {
  return checks.flatMap((check) => {
    if (check.kind === 'ask') return [`run.${check.name}`]
    const source = sources.get(check.source)
    if (!source?.isSingle) return []
    const fields = source.fields ? [...source.fields] : ['*']
    return fields.map((field) => `run.${check.name}.${field}`)
  })
}
