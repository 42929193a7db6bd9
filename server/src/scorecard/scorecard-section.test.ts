import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { openProject } from '#server/open-project.ts'

/** A project whose file ends so. */
async function load(scorecard: string) {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-scorecard-'))
  const head = `apiVersion: firstline/v1\nkind: Project\nname: Test\nsupport: { address: a@x.example, name: A }\n`
  writeFileSync(join(folder, 'firstline.yaml'), head + scorecard)
  const project = await openProject(folder, pino({ level: 'silent' }))
  const loaded = { scorecard: project.current().scorecard, problems: project.problems() }
  project.stop()
  return loaded
}

describe('how a project counts', () => {
  test('is 14 days without business hours unless it says otherwise', async () => {
    expect(await load('')).toMatchObject({
      problems: [],
      scorecard: { windowDays: 14, timeZone: null, businessHours: null, utilisationLine: 0.8 },
    })
  })

  test('is read from its file', async () => {
    const { scorecard, problems } = await load(`scorecard:
  window_days: 7
  time_zone: Europe/Berlin
  business_hours:
    week: { mon: ["09:00-12:00", "13:00-24:00"] }
    holidays: ["2026-12-25"]
  utilisation_line: 0.75
`)
    expect(problems).toEqual([])
    expect(scorecard).toEqual({
      windowDays: 7,
      timeZone: 'Europe/Berlin',
      businessHours: { week: { mon: ['09:00-12:00', '13:00-24:00'] }, holidays: ['2026-12-25'] },
      utilisationLine: 0.75,
    })
  })

  test.each([
    ['time_zone: Europe/Berlim', 'no time zone'],
    ['window_days: 0', 'window_days'],
    ['business_hours: { week: { mon: ["12:00-09:00"] } }', 'follow each other'],
    ['business_hours: { week: { mon: ["09:00-12:00", "11:00-13:00"] } }', 'follow each other'],
    ['business_hours: { week: { monday: [] } }', 'monday'],
    ['business_hours: { week: {}, holidays: ["2026-02-30"] }', '2026-02-30'],
    ['utilisation_line: 80', 'utilisation_line'],
  ])('%s is refused by its line', async (line, reason) => {
    const { problems } = await load(`scorecard:\n  ${line}\n`)
    expect(problems).toMatchObject([{ file: 'firstline.yaml', line: 6 }])
    expect(problems[0]?.reason).toContain(reason)
  })
})
