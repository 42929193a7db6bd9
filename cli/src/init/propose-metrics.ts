import type { MetricFacts } from '@firstline/server/connections/describe-systems'
import { slugOf, titleOf } from './words.ts'

/** Labels by which a metric may say whose it is. */
export const accountLabels: readonly string[] = [
  'account_id',
  'customer_id',
  'tenant_id',
  'org_id',
  'organization_id',
  'client_id',
  'account',
  'customer',
  'tenant',
]

export type MetricProposal = {
  id: string
  title: string
  /** The metric. */
  of: string
  reasons: string[]
  label: string
  promql: string
  unit: 'count' | 'per_second' | 'bytes'
  weight: number
  isLikely: boolean
}

/** @returns what could be drawn of an account, the likeliest first */
export function proposeMetrics(metrics: readonly MetricFacts[]): MetricProposal[] {
  return metrics
    .filter(
      ({ name }) => /^[a-zA-Z_:][\w:]*$/.test(name) && !/_(?:bucket|sum|created|info)$/.test(name),
    )
    .map(proposalOf)
    .toSorted((a, b) => b.weight - a.weight || a.of.localeCompare(b.of))
}

function proposalOf({ name, label, series }: MetricFacts): MetricProposal {
  const isCounter = /_(?:total|count)$/.test(name)
  const subject = name.replace(/_(?:total|count)$/, '')
  const weight = (isCounter ? 10 : 0) + (/request|job|order|error|queue/.test(name) ? 10 : 0)
  return {
    id: `metrics.${slugOf(subject)}`,
    title: titleOf(subject),
    of: name,
    reasons: [`${series} series have the label ${label}`],
    label,
    promql: isCounter ? `sum(rate(${name}[5m]))` : `sum(${name})`,
    unit: unitOf(subject, isCounter),
    weight,
    isLikely: true,
  }
}

function unitOf(subject: string, isCounter: boolean): MetricProposal['unit'] {
  if (isCounter) return 'per_second'
  return subject.endsWith('_bytes') ? 'bytes' : 'count'
}
