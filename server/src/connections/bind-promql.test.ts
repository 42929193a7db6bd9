import { expect, test } from 'vitest'
import { sentence, textOf } from '#server/core/sentence.ts'
import { bindPromql, promqlFor } from './bind-promql.ts'

const label = 'account_id'

function boundTo(text: string, account = 'acc_a'): string {
  const bound = bindPromql(text, label)
  if ('faults' in bound)
    throw new Error(bound.faults.map(({ reason }) => textOf(reason)).join('; '))
  return promqlFor(bound, account)
}

function faultOf(text: string): string {
  const bound = bindPromql(text, label)
  return 'faults' in bound ? bound.faults.map(({ reason }) => textOf(reason)).join('; ') : 'none'
}

const m = 'account_id="acc_a"'

test.each([
  ['x', `x{${m}}`],
  ['x{}', `x{${m}}`],
  ['x{code=~"5..",}', `x{${m},code=~"5..",}`],
  ['{__name__=~"http_.*"}', `{${m},__name__=~"http_.*"}`],
  ['{"http.requests"}', `{${m},"http.requests"}`],
  ['rate(x[5m])', `rate(x{${m}}[5m])`],
  ['sum(rate(x[5m]))', `sum by (account_id) (rate(x{${m}}[5m]))`],
  ['SUM(x)', `SUM by (account_id) (x{${m}})`],
  ['sum by (route) (x)', `sum by (account_id,route) (x{${m}})`],
  ['sum(x) by ()', `sum(x{${m}}) by (account_id)`],
  ['sum by ("account_id") (x)', `sum by ("account_id") (x{${m}})`],
  ['sum without (pod) (x)', `sum without (pod) (x{${m}})`],
  ['a / on (le) group_left b', `a{${m}} / on (account_id,le) group_left b{${m}}`],
  ['a / ignoring (pod) b', `a{${m}} / ignoring (pod) b{${m}}`],
  ['a and on () b', `a{${m}} and on (account_id) b{${m}}`],
  ['max_over_time(x[1h:5m] @ end())', `max_over_time(x{${m}}[1h:5m] @ end())`],
  ['x offset 5m', `x{${m}} offset 5m`],
  ['100 * -x', `100 * -x{${m}}`],
  ['topk(3, x)', `topk by (account_id) (3, x{${m}})`],
  ['x / scalar(y)', `x{${m}} / scalar(y{${m}})`],
  [
    'histogram_quantile(0.95, sum by (le) (rate(b[5m])))',
    `histogram_quantile(0.95, sum by (account_id,le) (rate(b{${m}}[5m])))`,
  ],
  [
    'label_replace(x, "to", "$1", "from", "(.*)")',
    `label_replace(x{${m}}, "to", "$1", "from", "(.*)")`,
  ],
  ['x # or y\n+ z', `x{${m}}       \n+ z{${m}}`],
  ['hour(x)', `hour(x{${m}})`],
])('%s is bound to the account', (text, bound) => {
  expect(boundTo(text)).toBe(bound)
})

test.each([
  ['x{account_id="acc_b"}', 'says whose series these are'],
  ['x{account_id=~".+"}', 'says whose series these are'],
  ['x{account_id!=""}', 'says whose series these are'],
  ['x{"account_id"="acc_b"}', 'says whose series these are'],
  ['x{"account\\x5fid"="acc_b"}', 'is written without'],
  ['x or vector(0)', 'vector() makes a series that belongs to no account'],
  ['vector(scalar(x))', 'vector() makes'],
  ['absent(x)', 'says of itself whose it is'],
  ['absent_over_time(x[5m])', 'says of itself whose it is'],
  ['label_replace(x, "account_id", "acc_a", "", "")', 'label_replace() writes “account_id”'],
  ['label_replace(x, `account_id`, "acc_a", "", "")', 'label_replace() writes “account_id”'],
  ['label_replace(x, "account\\u005fid", "acc_a", "", "")', 'is written without'],
  ['label_join(x, "account_id", ",", "a", "b")', 'label_join() writes “account_id”'],
  ['count_values("account_id", x)', 'count_values() writes “account_id”'],
  ['count_values(x, x)', 'must stand there as a text'],
  ['sum without (account_id) (x)', 'without (account_id) drops'],
  ['a / ignoring (account_id) b', 'ignoring (account_id) drops'],
  ['info(x, {k8s="a"})', 'adds labels of series'],
  ['hour()', 'belongs to no account'],
  ['time()', 'answers a number that no customer’s series made'],
  ['1 + 1', 'answers a number'],
  ['"x"', 'answers a text'],
  ['x[5m]', 'answers a range'],
  ['x[5m:1m]', 'answers a range'],
  ['{route="/a"}', 'names no metric'],
  ['{__name__!="x"}', 'names no metric'],
  ['', 'ends too early'],
  ['# only words', 'ends too early'],
  ['sum(x', 'ends too early'],
  ['x y', 'is not understood from “y” on'],
  ['x{a="b" or c="d"}', 'is not understood'],
  ['x{a="b}', 'is not understood'],
  ['x # \r or y', 'holds characters that no query has'],
  ['x\u0000', 'holds characters'],
  [`x{a="${'y'.repeat(4_000)}"}`, 'is longer than 4000 characters'],
  ['a + fill(0) b', 'is not known here'],
  ['x[5m] smoothed', 'is not known here'],
])('%s is refused', (text, reason) => {
  expect(faultOf(text)).toContain(reason)
})

test('a misspelt function is told the nearest', () => {
  expect(bindPromql('sum(rats(x[5m]))', label)).toEqual({
    faults: [{ reason: sentence`there is no function “${'rats'}”`, suggestion: 'rate' }],
  })
})

test.each(['acc"} or x{account_id="acc_b', 'acc\\', "acc'`\n{}", 'ünï𝕏', '\u0007'])(
  'an account’s id is a text and nothing else: %j',
  (account) => {
    expect(boundTo('sum(x)', account)).toBe(
      `sum by (account_id) (x{account_id=${JSON.stringify(account)}})`,
    )
  },
)

test('an account without an id selects nothing: it would be every series without the label', () => {
  expect(() => boundTo('x', '')).toThrow('without an id')
})

test('what is sent is looked at anew: a query that is not bound is not sent', () => {
  expect(() => promqlFor({ label, parts: ['x + y{', '}'] }, 'acc_a')).toThrow('not bound')
  expect(() => promqlFor({ label, parts: ['x{', ',account_id=~".*"}'] }, 'acc_a')).toThrow(
    'not bound',
  )
})
