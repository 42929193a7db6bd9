import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exactNumber, parseExactJson } from './exact-json.ts'

it.each([
  ['1909198862420847982', '1909198862420847982'],
  ['-9007199254740993', '-9007199254740993'],
  ['9007199254740991', 9_007_199_254_740_991],
  ['12345678901234567.89', '12345678901234567.89'],
  ['0.1', 0.1],
  ['0.10000000000000001', 0.1],
  ['12.5000', 12.5],
  ['1.5e300', 1.5e300],
  ['1e400', '1e400'],
  ['-0.0', -0],
  ['1E+2', 100],
])('%s is %s', (text, value) => {
  expect(exactNumber(text)).toBe(value)
  expect(parseExactJson(`{"a":[${text}]}`)).toEqual({ a: [value] })
})

it('text, and what is no JSON, is as ever', () => {
  expect(parseExactJson('"1909198862420847982"')).toBe('1909198862420847982')
  expect(() => parseExactJson('{')).toThrow(SyntaxError)
})

it('wherever a number stands, none of its digits is lost', () => {
  const digits = (most: number) => fc.stringMatching(new RegExp(`^\\d{1,${most}}$`))
  const number = fc
    .tuple(
      fc.constantFrom('', '-'),
      digits(20),
      fc.option(digits(25)),
      fc.option(fc.integer({ min: -400, max: 400 })),
    )
    .map(([sign, whole, part, exponent]) => {
      const mantissa = `${sign}${whole.replace(/^0+(?=\d)/, '')}${part === null ? '' : `.${part}`}`
      return exponent === null ? mantissa : `${mantissa}e${exponent}`
    })
  const around = fc.constantFrom('[#]', '{"a":#}', '[ # , #]', '#', '["1234567890123456789",\n#]')
  fc.assert(
    fc.property(number, around, (text, frame) => {
      const plain = JSON.stringify(JSON.parse(frame.replaceAll('#', '"#"')))
      const expected: unknown = JSON.parse(plain, (_, value: unknown) =>
        value === '#' ? exactNumber(text) : value,
      )
      expect(parseExactJson(frame.replaceAll('#', text))).toEqual(expected)
    }),
    { numRuns: 3_000 },
  )
})
