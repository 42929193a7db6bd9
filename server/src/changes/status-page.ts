import { ComponentState } from '@firstline/contract/changes'
import { z } from 'zod'
import { callOut } from '#server/outbound/call-out.ts'
import { resolveSecret } from '#server/core/secrets.ts'
import type { ProjectStore } from '#server/project/project.ts'
import type { StatusMap, StatusSettings } from './status-section.ts'
import { momentOf, textAt, valueAt } from './read-path.ts'

/** Words of Statuspage, Instatus and Cachet, without case and gaps, for the three states that decide here. */
const words = new Map<string, ComponentState>([
  ['operational', 'operational'],
  ['degraded', 'degraded'],
  ['degradedperformance', 'degraded'],
  ['performanceissues', 'degraded'],
  ['undermaintenance', 'degraded'],
  ['outage', 'outage'],
  ['minoroutage', 'outage'],
  ['partialoutage', 'outage'],
  ['majoroutage', 'outage'],
])
/** Cachet counts them. */
const numbers = new Map<string, ComponentState>([
  ['1', 'operational'],
  ['2', 'degraded'],
  ['3', 'outage'],
  ['4', 'outage'],
  ['5', 'degraded'],
])

const Component = z.object({
  name: z.string().min(1).max(120),
  title: z.string().max(200).optional(),
  status: ComponentState,
  since: z.iso.datetime({ offset: true }).optional(),
  note: z.string().max(2_000).nullish(),
})
const Components = z.array(Component).max(200)

export type PageComponent = {
  name: string
  title: string
  state: ComponentState
  since: Date | null
  note: string
}

const timeoutMs = 2_000

/**
 * What the status page says: JSON of Statuspage, Instatus or Cachet, or `components`, each
 * `{ name, status, title?, since?, note? }`, or what `status.map` says.
 * @throws what keeps it from being read, in words for people
 */
export async function readStatusPage(
  project: ProjectStore,
  { url, map, states }: StatusSettings,
  env: NodeJS.ProcessEnv = process.env,
): Promise<PageComponent[]> {
  const address = resolveSecret(url, { env, folder: project.folder })
  const answer = await callOut(address, { timeoutMs, maxBytes: 512 * 1024 })
  if (answer.status !== 200) throw new Error(`the status page answered HTTP ${answer.status}`)
  const found = map
    ? mappedComponents(parseJson(answer.body), map, states)
    : knownComponents(parseJson(answer.body))
  const page = Components.safeParse(found)
  if (!page.success) {
    const [issue] = page.error.issues
    const at = ['components', ...(issue?.path ?? [])].join('.')
    throw new Error(`the status page is not understood: ${at} ${issue?.message}`)
  }
  return page.data.map(({ name, title, status, since, note }) => ({
    name,
    title: title ?? name,
    state: status,
    since: since ? new Date(since) : null,
    note: note ?? '',
  }))
}

function mappedComponents(
  page: unknown,
  map: StatusMap,
  states: StatusSettings['states'],
): unknown {
  const rows = map.components === undefined ? page : valueAt(page, map.components)
  if (!Array.isArray(rows)) return rows
  return rows.map((row) => {
    const word = textAt(row, map.state)
    return {
      name: textAt(row, map.name),
      title: map.title && textAt(row, map.title),
      status: states.get(word ?? '') ?? stateOf(word),
      since: map.since && momentOf(valueAt(row, map.since))?.toISOString(),
      note: map.note && textAt(row, map.note),
    }
  })
}

function knownComponents(page: unknown): unknown {
  const cachet = valueAt(page, 'data')
  if (Array.isArray(cachet)) return cachet.map(ofCachet)
  const components = valueAt(page, 'components')
  if (!Array.isArray(components)) return components
  // a group has the worst state of its members, which stand beside it
  return components.filter((each) => valueAt(each, 'group') !== true).map(ofComponent)
}

function ofComponent(component: unknown): unknown {
  const at = (name: string) => valueAt(component, name)
  const note = at('note') ?? at('description')
  return {
    name: at('name'),
    title: at('title'),
    status: stateOf(textAt(component, 'status')),
    since: at('since'),
    note,
  }
}

/** Version 2 has the fields in the component, version 3 in its `attributes`. */
function ofCachet(component: unknown): unknown {
  const fields = valueAt(component, 'attributes') ?? component
  const number = textAt(fields, 'status.value', 'status')
  return {
    name: valueAt(fields, 'name'),
    status: numbers.get(number ?? '') ?? stateOf(number),
    note: valueAt(fields, 'description'),
  }
}

/** A word that is none of them stays, and is said. */
function stateOf(word: string | undefined): string | undefined {
  return words.get((word ?? '').toLowerCase().replaceAll(/[^a-z]/g, '')) ?? word
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error('the status page is not JSON')
  }
}
