import type { Sentence } from '@firstline/contract/sentence'
import { sentence } from '#server/core/sentence.ts'

/**
 * PromQL's functions whose answer carries the labels of the series they are given, and of those no other
 * customer's: what they answer. A function that is not here is refused, and why is said where it is known.
 */
export const labelKeeping: ReadonlyMap<string, 'vector' | 'scalar'> = new Map([
  ...(
    'abs acos acosh asin asinh atan atanh ceil changes clamp clamp_max clamp_min cos cosh deg delta deriv exp ' +
    'double_exponential_smoothing floor histogram_avg histogram_count histogram_fraction histogram_quantile ' +
    'histogram_stddev histogram_stdvar histogram_sum idelta increase irate ln log10 log2 predict_linear rad ' +
    'rate resets round sgn sin sinh sort sort_by_label sort_by_label_desc sort_desc sqrt tan tanh timestamp ' +
    'avg_over_time count_over_time first_over_time last_over_time mad_over_time max_over_time min_over_time ' +
    'present_over_time quantile_over_time stddev_over_time stdvar_over_time sum_over_time label_join label_replace ' +
    'day_of_month day_of_week day_of_year days_in_month hour minute month year'
  )
    .split(' ')
    .map((name) => [name, 'vector'] as const),
  ['pi', 'scalar'],
  ['scalar', 'scalar'],
  ['time', 'scalar'],
])

/** Of the moment itself where they are given nothing: then their answer has no labels. */
export const ofTheMoment: ReadonlySet<string> = new Set(
  'day_of_month day_of_week day_of_year days_in_month hour minute month year'.split(' '),
)

const vouching = sentence`makes a series that says of itself whose it is`

/** Why a function is refused. */
export const refused: ReadonlyMap<string, Sentence> = new Map([
  ['absent', vouching],
  ['absent_over_time', vouching],
  ['info', sentence`adds labels of series that are nobody’s`],
  ['vector', sentence`makes a series that belongs to no account`],
])
