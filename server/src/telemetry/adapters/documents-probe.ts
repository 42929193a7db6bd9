import { ownProperty } from '@firstline/contract/own-property'
import { z } from 'zod'
import { seconds } from '#server/core/clock.ts'
import { messageOf } from '#server/core/errors.ts'
import { fieldsNamed } from '../document-fields.ts'
import type { DocumentsPlace } from '../logs-section.ts'
import { nanosOf } from '../nanos.ts'
import { nobody } from '../probe.ts'
import type { Probe } from '../probe.ts'
import { documentsQuery, everyDocument } from './documents-query.ts'
import { readAnswer, searchDocuments } from './documents-reader.ts'

const capabilities = z.object({ fields: z.record(z.string(), z.record(z.string(), z.unknown())) })

/** The search is run for an account that nobody has, and the fields that say whose a line is are looked up. */
export const probeDocuments: Probe = async (connections, id, { logs }, timeoutMs) => {
  const system = connections.system(id, 'elasticsearch')
  if (logs?.kind !== 'elasticsearch' || logs.connection !== id) {
    const { status } = await system.get('/', { timeoutMs })
    if (status !== 200) throw new Error(`HTTP ${status}`)
    return 'HTTP 200'
  }
  try {
    const now = new Date()
    const hour = { from: nanosOf(now) - 3_600_000_000_000n, to: nanosOf(now) }
    const part = { ...hour, limit: 1, order: 'desc', skipped: 0 } as const
    const query = documentsQuery(logs, nobody, everyDocument, part)
    const lines = await searchDocuments(connections, { ...logs, timeoutMs }, query)
    const asked = logs.accountFields.flatMap(fieldsNamed).flatMap((name) => [name, whole(name)])
    const path = `/${encodeURIComponent(logs.index)}/_field_caps?fields=${asked.map(encodeURIComponent).join(',')}`
    const answer = await system.get(path, { timeoutMs: Math.max(timeoutMs, 5 * seconds) })
    requireExact(logs, capabilities.parse(readAnswer(answer)).fields)
    return `${lines.length} lines of “${nobody}”`
  } catch (error) {
    if (messageOf(error) !== 'HTTP 404') throw error
    throw new Error(
      'HTTP 404: there is no such index, or base_url is not the address of Elasticsearch',
      { cause: error },
    )
  }
}

function requireExact(
  { index, accountFields }: DocumentsPlace,
  fields: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): void {
  const known = (name: string) => Object.hasOwn(fields, name)
  const isText = (name: string) => {
    const types = Object.keys(ownProperty(fields, name) ?? {})
    return types.includes('text') || types.includes('match_only_text')
  }
  const all = accountFields.flatMap(fieldsNamed).filter(known)
  if (all.length === 0)
    throw new Error(`no index of ${index} has a field ${accountFields.join(' or ')}`)
  const inexact = all.find((name) => isText(name) && !known(whole(name)))
  if (inexact === undefined) return
  throw new Error(`${inexact} is a text, which has no exact value: map it as a keyword`)
}

function whole(name: string): string {
  return `${name}.keyword`
}
