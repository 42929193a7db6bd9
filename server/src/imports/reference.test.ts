import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { scorecardOfFile } from '#server/imports/record/scorecard-of-file.ts'
import { createTestDesk } from '#server/testing/desk.ts'

/** A public audit log of 9,202 incidents (Amaral et al., DOI 10.24432/C57S4H), kept outside. */
const file = fileURLToPath(
  new URL('../../../../shared/data/servicenow-incidents-2016q1.csv.gz', import.meta.url),
)

test.skipIf(!existsSync(file))(
  `the figures of a real ServiceNow history agree with an independent computation (${file})`,
  async () => {
    const desk = await createTestDesk()
    const choice = { format: 'servicenow' as const, windowDays: 14, now: undefined }
    const { rows, scorecard } = await scorecardOfFile([file], choice, async () => desk.url)
    const { l1, reopen, heldL1, reopenByPath, resolutions, timeToResolution, types, weeks } =
      scorecard
    const counts = (rate: { count: number; of: number } | null | undefined) => [
      rate?.count,
      rate?.of,
    ]

    expect(rows).toEqual({ read: 59_354, used: 59_354, refused: 0 })
    expect(scorecard.asOf).toBe('2017-02-08T18:07:00.000Z')
    expect(counts(l1)).toEqual([4_094, 9_202])
    expect([l1?.low, l1?.high].map((bound) => bound?.toFixed(4))).toEqual(['0.4348', '0.4551'])
    expect(counts(reopen)).toEqual([160, 9_361])
    expect(counts(heldL1)).toEqual([4_093, 9_199])
    expect(counts(reopenByPath?.firstLine)).toEqual([32, 4_125])
    expect(counts(reopenByPath?.escalated)).toEqual([128, 5_236])
    expect(resolutions).toEqual({ made: 9_364, brokenEver: 162, ticketsReopened: 134 })
    expect(timeToResolution.medianHours?.toFixed(2)).toBe('49.18')
    expect(timeToResolution.p90Hours?.toFixed(2)).toBe('473.45')
    expect(types.slice(0, 3).map((type) => [type.type, ...counts(type.l1)])).toEqual([
      ['Category 26', 321, 1_203],
      ['Category 53', 433, 1_017],
      ['Category 42', 494, 932],
    ])
    expect(weeks.slice(0, 3).map((week) => [week.isoWeek, ...counts(week.l1)])).toEqual([
      ['2016-W09', 591, 874],
      ['2016-W10', 701, 1_464],
      ['2016-W11', 748, 1_801],
    ])
  },
)
