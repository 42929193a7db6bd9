import { expect, test } from 'vitest'
import { databases } from './kinds.ts'
import { parameterize as parameterizeIn } from './named-parameters.ts'

const parameterize = (sql: string) => parameterizeIn(sql, databases.postgres.dialect)

test('a name becomes a position, the same name the same position', () => {
  const { text, names } = parameterize('select :a, :b where x = :a')
  expect(text).toBe('select $1, $2 where x = $1')
  expect(names).toEqual(['a', 'b'])
})

test.each([
  ['a cast', 'select x::text, y::int[]'],
  ['a string', "select 'at 12:30 :no', 'it''s :no'"],
  ['a string with backslashes', String.raw`select e'\':no', E'a\\:no'`],
  ['a quoted identifier', 'select ":no", "a "":no"'],
  ['a dollar-quoted string', 'select $$ :no $$, $tag$ :no $$ :no $tag$'],
  ['a comment', 'select 1 -- :no\n, 2'],
  ['a named argument', 'select f(x := 1)'],
  ['a word with a dollar', 'select a$b$, 1 as c$b$'],
])('%s is left alone', (_, sql) => {
  expect(parameterize(sql)).toMatchObject({ text: sql, names: [] })
})

test('block comments are taken out, also nested ones', () => {
  const { text, names } = parameterize("select /* :no /* :no */ :no */ '/* :kept */', :yes")
  expect(text).toBe("select   '/* :kept */', $1")
  expect(names).toEqual(['yes'])
})

test('a cast right after a parameter is still a cast', () => {
  expect(parameterize('select :since::timestamptz').text).toBe('select $1::timestamptz')
})

test('an unfinished comment or string ends with the text', () => {
  expect(parameterize('select :a /* open').text).toBe('select $1')
  expect(parameterize("select :a, 'open").names).toEqual(['a'])
})

test('a final semicolon goes, so that the statement can be wrapped', () => {
  expect(parameterize('select 1 ;\n').text).toBe('select 1 ')
})
