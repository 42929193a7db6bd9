import { describe, expect, test } from 'vitest'
import { columnsOf } from './list-runbook-names.ts'

describe('the columns of a query', () => {
  test.each([
    ['select id, status from export_job', ['id', 'status']],
    [
      "select e.id, extract(epoch from now() - e.at)::int as age_s, 'a, b' as kind from t e",
      ['id', 'age_s', 'kind'],
    ],
    ['with x as (select a, b from t) select distinct x.a, count(*)::int as n from x', ['a', 'n']],
    ['select * from t', []],
    [
      'select case when a = 1 then b else c end as chosen -- a remark, with a comma\n from t',
      ['chosen'],
    ],
  ])('%s', (sql, columns) => expect(columnsOf(sql)).toEqual(columns))
})
