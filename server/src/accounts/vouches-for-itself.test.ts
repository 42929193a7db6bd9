import { expect, test } from 'vitest'
import { dialectIn } from '#server/connections/kinds.ts'
import { parameterize } from '#server/connections/named-parameters.ts'
import { vouchesForItself } from './vouches-for-itself.ts'

const vouches = (sql: string) =>
  vouchesForItself(parameterize(sql, dialectIn({}, 'shop')).words, 'account_id')

test.each([
  'select :account_id as account_id, id from orders',
  'select :account_id account_id, id from orders',
  'select id, :account_id::text as "account_id" from orders',
  'select cast(:account_id as text) as account_id from orders',
  'select coalesce(o.account_id, :account_id) as account_id from orders o',
  'select case when o.id = :id then :account_id end as account_id from orders o',
  'select t.account_id from (select id, :account_id as account_id from orders) t',
  'with t as (select :account_id as mine, id from orders) select mine as account_id, id from t',
  'select upper(own) as account_id from (select :account_id as own) as t',
])('is said by the query itself: %s', (sql) => {
  expect(vouches(sql)).toBe(true)
})

test.each([
  'select account_id, id from orders where account_id = :account_id order by id',
  'select tenant as account_id from orders where tenant = :account_id and made_at > :since::timestamptz',
  'select o.tenant::text as account_id, count(*) as n from orders o where o.tenant = :account_id group by 1',
  'select max(account_id) as account_id, sum(n) as n from orders where account_id = :account_id',
  'with mine as (select * from orders where tenant = :account_id) select tenant as account_id from mine',
  "select 'acc_1' as account_id where :account_id = 'acc_1'",
  'select account_id, :since as since from orders where account_id = :account_id',
])('is said by the data: %s', (sql) => {
  expect(vouches(sql)).toBe(false)
})
