import type { SourceFile } from '@firstline/contract/formats/source'
import { sentence } from '#server/core/sentence.ts'
import { bindPromql } from '#server/connections/bind-promql.ts'
import { parseDuration } from '#server/project/duration.ts'
import { problem } from '#server/project/project-document.ts'
import type { FileProblem, LoadedFile } from '#server/project/project-document.ts'
import { hours } from '#server/core/clock.ts'
import { metricFields } from './read-metric.ts'

const ofOthers = [
  'from',
  'belongs_to',
  'bind',
  'read_only',
  'body',
  'graphql',
  'variables',
  'rows',
  'pages',
  'params',
  'single',
  'account_column',
  'mask',
  'values',
  'columns',
  'max_rows',
] as const
const ofMetrics = ['account_label', 'unit', 'before'] as const
const longestBefore = 168 * hours

/** A metric: a query that is bound to its account, and a unit. */
export function checkMetric(file: LoadedFile, source: SourceFile, promql: string): FileProblem[] {
  const at = (key: string) => file.lineOf([key])
  const needless = ofOthers
    .filter((key) => Object.hasOwn(source, key))
    .map((key) => problem(at(key), sentence`A metric has no ${key}`))
  const { account_label: label, unit, before } = source
  const missing = [
    ...(unit === undefined ? [problem(1, sentence`“unit” is missing`, 'unit: per_second')] : []),
    ...(label === undefined
      ? [
          problem(
            1,
            sentence`“account_label” is missing: the label that says whose a series is`,
            'account_label: account_id',
          ),
        ]
      : []),
  ]
  const tooLong =
    before !== undefined && parseDuration(before) > longestBefore
      ? [problem(at('before'), sentence`before: at most 168h`)]
      : []
  return [
    ...needless,
    ...missing,
    ...tooLong,
    ...(label === undefined ? [] : checkQuery(file, promql, label)),
  ]
}

function checkQuery(file: LoadedFile, promql: string, label: string): FileProblem[] {
  if (metricFields.some((field) => field === label)) {
    return [
      problem(file.lineOf(['account_label']), sentence`“${label}” is a field of every metric`),
    ]
  }
  const bound = bindPromql(promql, label)
  if (!('faults' in bound)) return []
  const line = file.lineOf(['promql'])
  return bound.faults.map(({ reason, suggestion }) =>
    problem(line, sentence`promql: ${reason}`, suggestion),
  )
}

/** What only a metric has, and what the other kinds call so. */
export function metricKeysOf(file: LoadedFile, source: SourceFile): FileProblem[] {
  return ofMetrics
    .filter((key) => source[key] !== undefined)
    .map((key) =>
      problem(
        file.lineOf([key]),
        sentence`Only a metric (promql) has “${key}”`,
        key === 'account_label' ? 'account_column' : null,
      ),
    )
}
