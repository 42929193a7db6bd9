import { expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { textOf } from '#server/core/sentence.ts'
import { yamlWords } from './yaml-words.ts'

/** All that the parser has to say about a text, as the loader asks it. */
function messagesOf(text: string): string[] {
  return parseDocument(text, { prettyErrors: false, uniqueKeys: false }).errors.map(
    ({ message }) => message,
  )
}

test.each([
  ['an open bracket', 'a: [1,2'],
  ['an open brace', 'a: {x: 1'],
  ['an open quote', 'a: "x'],
  ['an open apostrophe', "a: 'x"],
  ['a field within a field’s line', 'a: b: c'],
  ['a tabulator', '\ta: 1'],
  ['two anchors', 'a: &a &b 1'],
  ['two tags', 'a: !!int !!str 1'],
  ['an anchor of an alias', 'a: &x *y'],
  ['an anchor without a name', 'a: &\n b'],
  ['an alias without a name', 'a: * b'],
  ['a lacking comma', 'a: [- b]'],
  ['a list that becomes fields', '- a\nb: 1'],
  ['entries that stand unequally', 'a:\n  - 1\n - 2'],
  ['a name of two lines', 'key\nb: 1'],
  ['a reserved sign', 'a: @x'],
  ['an unknown escape', 'a: "\\q"'],
  ['a wrong head of a text', 'a: |x\n b'],
  ['two documents', 'a: 1\n---\nb: 2'],
  ['a rest', 'a: [1] 2'],
  ['fields that stand unequally', 'a: x #y\n  b'],
  ['a comment too near', 'a: "x"#c'],
  ['an unfinished directive', '%FOO\na: 1'],
  ['fields behind a beginning', '--- a: 1'],
])('YAML with %s is refused with the parser’s words, each of which is known', (_, text) => {
  const messages = messagesOf(text)
  expect(messages).not.toEqual([])
  for (const message of messages) {
    const said = yamlWords(message)
    expect(said.words).not.toMatch(/^YAML does not have/)
    expect(textOf(said)).toBe(message)
  }
})

test('words that a newer parser may find are said inside of ours', () => {
  expect(textOf(yamlWords('Too sour'))).toBe('YAML does not have what is written here (Too sour)')
})
