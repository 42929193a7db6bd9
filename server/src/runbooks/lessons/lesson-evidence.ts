import type { Evidence } from '@firstline/contract/escalations'
import type { Named } from '#server/runbooks/format/named.ts'

/** What was seen beside the ticket, as a check the next run makes by itself. */
export type SeenCheck = {
  name: string
  check: { source: string; with: Record<string, unknown> }
  /** As it was seen, in a fixture: nothing a customer is known by. */
  value: unknown
  /** Paths into it that are worth handing over. */
  send: readonly string[]
}

/** Where no runbook was run, the evidence still tells what was deployed and what failed. */
export function seenChecks(
  { changes, logs }: Pick<Evidence, 'changes' | 'logs'>,
  { sources }: Pick<Named, 'sources'>,
): SeenCheck[] {
  const sourceOf = (kind: string) => [...sources].find(([, { builtin }]) => builtin === kind)?.[0]
  return [
    ...seenDeploys(changes.items, sourceOf('changes')),
    ...seenErrors(logs.items, sourceOf('logs')),
  ]
}

type Items = readonly Record<string, unknown>[]

function seenDeploys(items: Items, source: string | undefined): SeenCheck[] {
  const [newest] = items
  if (!newest || source === undefined) return []
  const { service, version } = newest
  return [
    {
      name: 'deploys',
      check: { source, with: { window: '24h' } },
      value: { count: items.length, latest: { service, version } },
      send: ['deploys.latest.service', 'deploys.latest.version'],
    },
  ]
}

function seenErrors(items: Items, source: string | undefined): SeenCheck[] {
  if (items.length === 0 || source === undefined) return []
  const services = [...new Set(items.map(({ service }) => service))].slice(0, 3)
  return [
    {
      name: 'errors',
      check: { source, with: { level: 'error', window: '24h' } },
      value: services.map((service) => ({ level: 'error', service })),
      send: [],
    },
  ]
}
