import { expect, test } from 'vitest'
import { compileCel } from './cel.ts'
import { fieldsRead } from './fields-read.ts'

test.each([
  ['exp.status == "failed"', ['exp.status']],
  ['exp["status"] == "failed"', ['exp.status']],
  ['exp["the status"] == "failed"', ['exp.the status']],
  ['exp.owner["email"] == "" || has(exp.owner.name)', ['exp.owner.email', 'exp.owner.name']],
  ['recent[0].state == "sent"', ['recent.state']],
  ['recent[int(exp.place)].state == "sent"', ['exp.place', 'recent.state']],
  ['recent.exists(row, row.state == "sent")', ['recent', 'recent.state']],
  ['recent.exists(exp, exp["state"] == "sent")', ['recent', 'recent.state']],
  ['recent.all(row, row.of.owner in exp.owners)', ['exp.owners', 'recent', 'recent.of.owner']],
  ['size(recent.filter(row, row.age_s > 3)) > 1', ['recent', 'recent', 'recent.age_s']],
  ['exp.items.map(item, item.size)[0] > 1', ['exp.items', 'exp.items.size']],
  ['{"a": exp.status}["a"] in ["x", exp.other]', ['exp.other', 'exp.status']],
  ['true ? exp.a == 1 : exp.b == 1', ['exp.a', 'exp.b']],
])('%s', (text, expected) => {
  const program = compileCel(text, ['exp', 'recent'])
  expect(fieldsRead(program.expr)).toEqual([...new Set(expected)])
})
