import { describe, expect, test } from 'vitest'
import { compileCel } from './cel.ts'

const mistakes: [text: string, says: string, rest: string | null][] = [
  ['a == 2 && b = 1', 'At character 13 of the condition: write == instead of “=”', '= 1'],
  ['a == 1 and b', 'At character 8 of the condition: write && instead of “and”', 'and b'],
  ["a is not 'x'", 'At character 3 of the condition: write != instead of “is not”', "is not 'x'"],
  ['a <> 1', 'At character 3 of the condition: write != instead of “<>”', '<> 1'],
  [
    'a == “x”',
    "At character 6 of the condition: “ is no quotation mark of the language: write '",
    '“x”',
  ],
  [
    "a == 'x",
    "At character 6 of the condition: the text that begins here is not closed: a ' is missing",
    "'x",
  ],
  ['a && (b', 'At character 6 of the condition: “(” is never closed: a ) is missing', '(b'],
  ['a == 1)', 'At character 7 of the condition: “)” closes nothing', ')'],
  [
    'a && ',
    'At character 3 of the condition: something must follow “&&”, but the condition ends',
    '&&',
  ],
  [
    'if a',
    'At character 1 of the condition: “if” is a reserved word of the language: use another name',
    'if a',
  ],
  [
    "a == 'and = ' b",
    'At character 15 of the condition: “b” cannot stand here; expected an operator such as ==, <, in, && or ||, or the end',
    'b',
  ],
  [' ', 'The condition is empty', null],
]

describe('a condition that is none', () => {
  test.each(mistakes)('%s', (text, says, rest) => {
    expect(() => compileCel(text, ['a', 'b'])).toThrow(
      expect.objectContaining({ message: says, word: rest }) as Error,
    )
  })
})
