import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateOrderOf, offsetsOf, readTime } from './read-time.ts'

const iso = (text: string, order: 'dmy' | 'mdy' = 'dmy', zone = 'UTC') => {
  const at = readTime(text, order, offsetsOf(zone))
  return at === null ? null : new Date(at).toISOString()
}

describe('times as other desks write them', () => {
  test.each([
    ['29/2/2016 01:16', '2016-02-29T01:16:00.000Z'],
    ['29-02-2016 1:16:05', '2016-02-29T01:16:05.000Z'],
    ['2016/02/29 01:16:05.123', '2016-02-29T01:16:05.123Z'],
    ['2016-02-29T01:16:05.123456Z', '2016-02-29T01:16:05.123Z'],
    ['2010-03-31T15:59:42+01:00', '2010-03-31T14:59:42.000Z'],
    ['2010-03-31 15:59:42-0530', '2010-03-31T21:29:42.000Z'],
    ['2010-03-31T15:59:42.5+01', '2010-03-31T14:59:42.500Z'],
    ['31.12.16 23:59', '2016-12-31T23:59:00.000Z'],
    ['02/Mar/26 9:05 AM', '2026-03-02T09:05:00.000Z'],
    ['12-Jan-2016 10:11', '2016-01-12T10:11:00.000Z'],
    ['Jan 5, 2016 12:00 AM', '2016-01-05T00:00:00.000Z'],
    ['5/1/2016 1:05 PM', '2016-01-05T13:05:00.000Z'],
    ['2016-06-01', '2016-06-01T00:00:00.000Z'],
    ['1456707600', '2016-02-29T01:00:00.000Z'],
    ['1456707600123', '2016-02-29T01:00:00.123Z'],
  ])('%s', (text, expected) => expect(iso(text)).toBe(expected))

  test.each([
    '', 'yesterday', '31/02/2016 10:00', '2016-02-30', '13/13/2016', '2016-01-01 25:00',
    '2016-01-01 10:61', '10:00', '29/2/2016 01:16 or so', '0/1/2016', '1/1/2016 13:00 PM', '5',
  ])('“%s” is no time', (text) => expect(iso(text)).toBeNull()) // prettier-ignore

  test('the order of day and month is told, not guessed', () => {
    expect(iso('3/4/2016', 'dmy')).toBe('2016-04-03T00:00:00.000Z')
    expect(iso('3/4/2016', 'mdy')).toBe('2016-03-04T00:00:00.000Z')
    expect(iso('29/2/2016', 'mdy')).toBeNull()
    expect(dateOrderOf('29/2/2016 01:16')).toBe('dmy')
    expect(dateOrderOf('2/29/2016 01:16')).toBe('mdy')
    expect(dateOrderOf('2/2/2016')).toBe('either')
    expect(dateOrderOf('2016-02-29')).toBeNull()
  })

  test('a time without an offset is of the time zone given, also around a clock change', () => {
    expect(iso('2016-01-15 12:00', 'dmy', 'Europe/Berlin')).toBe('2016-01-15T11:00:00.000Z')
    expect(iso('2016-07-15 12:00', 'dmy', 'Europe/Berlin')).toBe('2016-07-15T10:00:00.000Z')
    expect(iso('2016-03-27 03:00', 'dmy', 'Europe/Berlin')).toBe('2016-03-27T01:00:00.000Z')
    expect(iso('2016-07-15T12:00:00Z', 'dmy', 'Europe/Berlin')).toBe('2016-07-15T12:00:00.000Z')
    expect(() => offsetsOf('Mars/Olympus')).toThrow(RangeError)
  })

  test.each([
    ['Europe/Berlin', '2026-03-29 01:59', '2026-03-29T00:59:00.000Z'],
    ['Europe/Berlin', '2026-03-29 02:30', '2026-03-29T01:30:00.000Z'], // never happens
    ['Europe/Berlin', '2026-03-29 03:30', '2026-03-29T01:30:00.000Z'],
    ['Europe/Berlin', '2026-10-25 02:30', '2026-10-25T00:30:00.000Z'], // happens twice
    ['Europe/Berlin', '2026-10-25 03:00', '2026-10-25T02:00:00.000Z'],
    ['America/New_York', '2026-03-08 02:30', '2026-03-08T07:30:00.000Z'],
    ['America/New_York', '2026-11-01 01:30', '2026-11-01T05:30:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-04 02:15', '2026-10-03T15:45:00.000Z'], // by half an hour
    ['Pacific/Apia', '2011-12-30 12:00', '2011-12-30T22:00:00.000Z'], // a day that was left out
  ])('in %s, %s is %s, whichever way its clocks change', (timeZone, text, expected) => {
    expect(iso(text, 'dmy', timeZone)).toBe(expected)
  })

  test('wall clocks of a zone come back as they were written', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC')
    const moments = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2035-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(zones, moments, (timeZone, moment) => {
        const wall = moment.toLocaleString('sv-SE', { timeZone })
        const back = readTime(wall, 'dmy', offsetsOf(timeZone))!
        expect(new Date(back).toLocaleString('sv-SE', { timeZone })).toBe(wall)
      }),
      { numRuns: 2_000 },
    )
  })
})
