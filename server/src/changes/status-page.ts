import { ComponentState } from '@firstline/contract/changes'
import { z } from 'zod'
import { callOut } from '#server/outbound/call-out.ts'
import { resolveSecret } from '#server/core/secrets.ts'
import type { ProjectStore } from '#server/accounts/project.ts'

/** Words of Statuspage (Atlassian) for the three states that decide anything here. */
const states = new Map([
  ['degraded_performance', 'degraded'],
  ['under_maintenance', 'degraded'],
  ['partial_outage', 'outage'],
  ['major_outage', 'outage'],
])

function stateOf(word: unknown): unknown {
  return states.get(String(word)) ?? word
}

const StatusPage = z.object({
  components: z
    .array(
      z.object({
        name: z.string().min(1).max(120),
        title: z.string().max(200).optional(),
        status: z.preprocess(stateOf, ComponentState),
        since: z.iso.datetime({ offset: true }).optional(),
        note: z.string().max(2_000).nullish(),
        description: z.string().max(2_000).nullish(),
      }),
    )
    .max(200),
})

export type PageComponent = {
  name: string
  title: string
  state: ComponentState
  since: Date | null
  note: string
}

const timeoutMs = 2_000

/**
 * What the status page says: JSON with `components`, each `{ name, status, title?, since?, note? }`.
 * @throws what keeps it from being read, in words for people
 */
export async function readStatusPage(
  project: ProjectStore,
  url: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<PageComponent[]> {
  const address = resolveSecret(url, { env, folder: project.folder })
  const answer = await callOut(address, { timeoutMs, maxBytes: 512 * 1024 })
  if (answer.status !== 200) throw new Error(`the status page answered HTTP ${answer.status}`)
  const page = StatusPage.safeParse(parseJson(answer.body))
  if (!page.success) {
    const [issue] = page.error.issues
    throw new Error(`the status page is not understood: ${issue?.path.join('.')} ${issue?.message}`)
  }
  return page.data.components.map(({ name, title, status, since, note, description }) => ({
    name,
    title: title ?? name,
    state: status,
    since: since ? new Date(since) : null,
    note: note ?? description ?? '',
  }))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error('the status page is not JSON')
  }
}
