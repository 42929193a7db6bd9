import { describe, expect, test } from 'vitest'
import { historyOptions, parseHistoryArgs, readingChoiceOf } from './history-options.ts'

function parse(...args: string[]) {
  return parseHistoryArgs(args, historyOptions)
}

describe('options that say how to read a history', () => {
  test('values after a list option belong to it, up to the next option', () => {
    const { values, file } = parse('log.csv', '--l1', 'Desk', 'Phone', '--from', 'event-log')
    expect(values.l1).toEqual(['Desk', 'Phone'])
    expect(file).toBe('log.csv')
  })

  test('the file may come last', () => {
    expect(parse('--from', 'event-log', '--l1', 'Desk', 'log.csv').file).toBe('log.csv')
    expect(parse('--l1', 'Desk', 'Phone', '--json', 'log.csv').file).toBe('log.csv')
  })

  test('a list may also be repeated', () => {
    const { values } = parse('log.csv', '--resolved-status', 'Done', '--resolved-status', 'Closed')
    expect(values['resolved-status']).toEqual(['Done', 'Closed'])
  })

  test("no void status is an empty list, unsaid is the desk's guess", () => {
    expect(
      readingChoiceOf(parse('f', '--from', 'event-log', '--void-status', '').values),
    ).toMatchObject({ voidStatus: [] })
    expect(readingChoiceOf(parse('f', '--from', 'event-log').values).voidStatus).toBeUndefined()
  })

  test.each([
    [['--nonsense'], 'Unknown option'],
    [['a.csv', '--columns'], 'argument missing'],
  ])('%j is refused', (args, says) => expect(() => parse(...args)).toThrow(says))

  test('values no option knows are refused', () => {
    expect(readingChoiceOf(parse('f').values).format).toBeUndefined()
    expect(() => readingChoiceOf(parse('f', '--from', 'excel').values)).toThrow('--from is “excel”')
    const american = parse('f', '--from', 'event-log', '--date-order', 'ymd')
    expect(() => readingChoiceOf(american.values)).toThrow('--date-order is “ymd”')
  })
})
