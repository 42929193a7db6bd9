import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { eventLog, someFile } from '#server/imports/testing/factory.ts'
import type { FileScorecardChoice } from './scorecard-of-file.ts'
import { scorecardOfFile } from './scorecard-of-file.ts'
import { createTestDesk } from '#server/testing/desk.ts'

const desk = await createTestDesk()

function read(content: string | Buffer, choice: Partial<FileScorecardChoice> = {}) {
  const wanted = { format: 'event-log' as const, windowDays: 14, now: undefined, ...choice }
  return scorecardOfFile([someFile(content)], wanted, async () => desk.url)
}

async function counts(content: string | Buffer, choice: Partial<FileScorecardChoice> = {}) {
  const { scorecard } = await read(content, choice)
  const { l1, reopen } = scorecard
  return { l1: l1 && `${l1.count}/${l1.of}`, reopen: `${reopen.count}/${reopen.of}` }
}

/** One ticket stays with the first team, one goes on to another, one is reopened. */
const threeTickets = eventLog(
  '1,2024-03-01 10:00,New,Desk,login',
  '1,2024-03-01 11:00,Resolved,Desk,login',
  '2,2024-03-02 10:00,New,Desk,billing',
  '2,2024-03-02 12:00,In progress,Platform,billing',
  '2,2024-03-03 10:00,Resolved,Platform,billing',
  '2,2024-03-08 10:00,Closed,Platform,billing',
  '3,2024-03-04 10:00,New,Desk,login',
  '3,2024-03-04 11:00,Resolved,Desk,login',
  '3,2024-03-06 11:00,In progress,Desk,login',
  '3,2024-03-07 11:00,Resolved,Desk,login',
  '4,2024-04-30 10:00,New,Desk,login',
)

describe('the scorecard of a file', () => {
  test('counts by the definitions of the desk', async () => {
    const { scorecard, rows, assumed } = await read(threeTickets)
    expect(rows).toEqual({ read: 11, used: 11, refused: 0 })
    expect(scorecard).toMatchObject({
      l1: { count: 2, of: 3 },
      reopen: { count: 1, of: 4 },
      heldL1: { count: 2, of: 3 },
      reopenByPath: { firstLine: { count: 1, of: 3 }, escalated: { count: 0, of: 1 } },
      resolutions: { made: 4, brokenEver: 1, ticketsReopened: 1 },
      timeToResolution: { tickets: 4, solved: 3, medianHours: 24, p90Hours: 73 },
      asOf: '2024-04-30T10:00:00.000Z',
    })
    expect(scorecard.types.map(({ type, l1 }) => [type, l1?.count, l1?.of])).toEqual([
      ['login', 2, 2],
      ['billing', 0, 1],
    ])
    expect(assumed.join('\n')).toContain('more than one known team on a ticket means escalated')
    expect(assumed.join('\n')).toContain('resolved is “resolved”, “closed”')
  })

  test('the same rows in any order, quoted, compressed or with other line ends give the same', async () => {
    const [header, ...rows] = threeTickets.trimEnd().split('\n')
    const expected = { l1: '2/3', reopen: '1/4' }
    const reversed = [header, ...rows.toReversed()].join('\n')
    const quoted = threeTickets.replaceAll(/[^,\n]+/g, '"$&"')
    const variants = [
      reversed,
      quoted,
      gzipSync(threeTickets),
      `\uFEFF${threeTickets.replaceAll('\n', '\r\n')}`,
      threeTickets.replaceAll(',', ';'),
      threeTickets.replaceAll(',', '\t'),
      threeTickets.replaceAll(',', '|'),
      Buffer.from(`\uFEFF${threeTickets}`, 'utf16le'),
      Buffer.from(threeTickets, 'utf16le'),
      Buffer.from(threeTickets, 'utf16le').swap16(),
      threeTickets.replaceAll('\n', '\r'),
      `\uFEFFsep=;\r\n${threeTickets.replaceAll(',', ';')}`,
      `"sep=;"\n${threeTickets.replaceAll(',', ';')}`,
      `\n\n${threeTickets}\n\n`,
      [header, ...rows.map((row) => `${row},,`)].join('\n'),
    ]
    for (const variant of variants) expect(await counts(variant)).toEqual(expected)
  })

  test('a sub-status log with lines in its team names', async () => {
    const log = [
      'SR Number;Change Date+Time;Status;Sub Status;Involved ST;Product;Owner First Name',
      '1-364;2010-03-31T15:59:42+01:00;Accepted;In Progress;V30;PROD582;Frederic',
      '1-364;2010-03-31T16:00:56+01:00;Completed;In Call;V30;PROD582;Frederic',
      '1-364;2010-04-07T16:00:56+01:00;Completed;Closed;V30;PROD582;Siebel',
      '1-365;2010-04-06T15:44:07+01:00;Accepted;In Progress;G97;PROD453;Anne Claire',
      '1-365;2010-04-06T15:45:07+01:00;Accepted;Assigned;G98;PROD453;Anne Claire',
      '1-365;2010-04-06T16:45:07+01:00;Completed;Resolved;G98;PROD453;Anne Claire',
      '1-366;2010-04-06T15:44:07+01:00;Accepted;In Progress;V5 3rd;PROD453;"Bo\nB."',
      '1-366;2010-04-06T16:44:07+01:00;Completed;Cancelled;V5 3rd;PROD453;Bo',
      '1-367;2010-04-07T15:44:07+01:00;Queued;Awaiting Assignment;G97 2nd;PROD1;Cy',
      '1-367;2010-04-08T15:44:07+01:00;Completed;Resolved;G97 2nd;PROD1;Cy',
      '',
    ].join('\r\n')
    const assumedTeams = await read(log)
    expect(assumedTeams.scorecard).toMatchObject({ l1: { count: 2, of: 3 }, voided: 1 })
    expect(assumedTeams.assumed.join('\n')).toContain('“V5 3rd” seem to tell the line')
    const byPattern = { l1Pattern: '^(?!.* (2nd|3rd)$)' }
    expect(await counts(log, byPattern)).toMatchObject({ l1: '2/3' })
    // Whoever names the resolved statuses has said it of their sub-statuses too.
    const named = await read(log, { ...byPattern, resolvedStatus: ['completed'] })
    expect(named.scorecard).toMatchObject({ l1: { count: 2, of: 4 }, voided: 0 })
    const pair = await read(log, { resolvedStatus: ['Completed/Resolved'] })
    expect(pair.scorecard).toMatchObject({ l1: { of: 2 }, resolutions: { brokenEver: 0 } })
  })

  test('closing what is resolved is no reopen, also when only “resolved” was named', async () => {
    const { scorecard, assumed } = await read(threeTickets, { resolvedStatus: ['Resolved'] })
    expect(scorecard).toMatchObject({ l1: { count: 2, of: 3 }, resolutions: { brokenEver: 1 } })
    expect(assumed.join('\n')).toContain('“closed” closes only')
  })

  test('a log whose activity is the status, without teams, knows the reopen rate only', async () => {
    const log = [
      'Case ID,Activity,Resource,Complete Timestamp,Variant',
      'Case 1,Assign seriousness,Value 1,2012/10/09 14:50:17.000,Variant 12',
      'Case 1,Take in charge ticket,Value 1,2012/10/09 14:51:01.000,Variant 12',
      'Case 1,Resolve ticket,Value 1,2012/10/25 11:54:26.000,Variant 12',
      'Case 1,Closed,Value 3,2012/11/09 12:54:39.000,Variant 12',
      'Case 2,Assign seriousness,Value 2,2012/10/09 14:50:17.000,Variant 3',
      'Case 2,Resolve ticket,Value 2,2012/10/10 11:54:26.000,Variant 3',
      'Case 2,Wait,Value 2,2012/10/11 11:54:26.000,Variant 3',
      'Case 2,Resolve ticket,Value 2,2012/10/12 11:54:26.000,Variant 3',
      'Case 2,Closed,Value 5,2012/11/27 12:54:39.000,Variant 3',
    ].join('\n')
    const { scorecard, assumed } = await read(log)
    expect(scorecard).toMatchObject({ l1: null, heldL1: null, reopen: { count: 1, of: 3 } })
    expect(scorecard.types.every((type) => type.l1 === null)).toBe(true)
    expect(assumed.join('\n')).toContain('no column tells the team')
    expect(assumed.join('\n')).toContain('“resolve ticket”, “closed”')
    expect(assumed.join('\n')).toContain('whatever follows a resolution reopens it')
    expect(
      await counts(log, { columns: 'case=case id,time=#4,status=Activity,team=Resource' }),
    ).toEqual({
      l1: '0/2',
      reopen: '1/3',
    })
  })

  test('where a log tells what was done, only what reopens by its name does', async () => {
    const log = [
      'Incident ID;DateStamp;IncidentActivity_Number;IncidentActivity_Type;Assignment Group',
      'IM1;05-02-2013 09:10:00;001A1;Open;TEAM1',
      'IM1;06-02-2013 09:10:00;001A2;Closed;TEAM1',
      'IM1;06-02-2013 09:10:00;001A3;Caused By CI;TEAM1',
      'IM1;07-02-2013 10:10:00;001A4;Mail to Customer;TEAM1',
      'IM2;13-02-2013 09:10:00;001A5;Open;TEAM1',
      'IM2;13-02-2013 09:40:00;001A6;Reassignment;TEAM2',
      'IM2;14-02-2013 09:10:00;001A7;Closed;TEAM2',
      'IM2;15-02-2013 09:10:00;001A8;Reopen;TEAM2',
      'IM2;16-02-2013 09:10:00;001A9;Closed;TEAM2',
      'IM3;20-04-2013 09:10:00;001A10;Open;TEAM1',
    ].join('\n')
    const { scorecard, assumed } = await read(log)
    expect(scorecard).toMatchObject({ l1: { count: 1, of: 2 }, reopen: { count: 1, of: 3 } })
    expect(assumed.join('\n')).toContain(
      '“IncidentActivity_Type” tells what was done, so only “reopen” reopens',
    )
    expect(await counts(log, { reopenStatus: [] })).toEqual({ l1: '0/1', reopen: '2/3' })
    expect(await counts(log, { reopenStatus: ['Mail to customer'] })).toMatchObject({
      reopen: '1/2',
    })
  })

  test('an activity that was only begun resolves nothing yet', async () => {
    const log = [
      'case:concept:name,concept:name,lifecycle:transition,time:timestamp',
      '1,Register,complete,2024-03-01 10:00:00+00:00',
      '1,Close ticket,start,2024-03-01 12:00:00+00:00',
      '1,Close ticket,complete,2024-03-01 15:00:00+00:00',
    ].join('\n')
    const { scorecard, assumed } = await read(log)
    expect(scorecard.timeToResolution.medianHours).toBe(5)
    expect(assumed.join('\n')).toContain('“close ticket/start” only begins it')
  })

  test('statuses of other languages, and a time column found by its values', async () => {
    const log = [
      'Vorgang;Wann;Status;Gruppe',
      'T1;04.03.2024 08:00;Neu;Annahme',
      'T1;04.03.2024 09:00;Gelöst;Annahme',
      'T1;05.03.2024 09:00;Wieder geöffnet;Annahme',
      'T1;06.03.2024 09:00;Gelöst;Annahme',
      'T1;13.05.2024 09:00;Geschlossen;Annahme',
    ].join('\n')
    const { scorecard, assumed } = await read(log)
    expect(scorecard).toMatchObject({ l1: { count: 1, of: 1 }, reopen: { count: 1, of: 2 } })
    expect(assumed.join('\n')).toContain('the time column is “Wann”')
    expect(assumed.join('\n')).toContain('there is one team only, “Annahme”')
  })

  test('a team column that is always empty tells no line', async () => {
    const log = eventLog('1,2024-03-01,New,,a', '1,2024-03-02,Resolved,,a')
    const { scorecard, assumed } = await read(log)
    expect(scorecard.l1).toBeNull()
    expect(assumed.join('\n')).toContain('no row names a team')
  })

  test('times equal to the minute keep the order of the file', async () => {
    const rows = ['1,2024-03-01 10:00,Resolved,Desk,', '1,2024-03-01 10:00,New,Desk,']
    const later = '9,2024-05-01 10:00,New,Desk,'
    expect(await counts(eventLog(...rows, later))).toMatchObject({ reopen: '1/1' })
    expect(await counts(eventLog(...rows.toReversed(), later))).toMatchObject({ reopen: '0/1' })
  })

  test('rows that cannot be used are refused with line and reason, the others count', async () => {
    const refusals: string[] = []
    const log = [
      'ticket,time,status,team,type,note',
      '1,2024-03-01 10:00,New,Desk,a,',
      ',2024-03-01 10:00,New,Desk,a,',
      '1,,New,Desk,a,',
      '1,31/31/2024,New,Desk,a,',
      '1,2024-03-01 10:30,New,Desk,"a\nb",',
      '1,2024-03-01 10:40,New',
      '1,2024-03-01 10:40,New,De,sk,a,',
      '1,2024-03-01 11:00,Resolved,Desk,a,',
      '1,2024-03-01 12:00,Closed,Desk,a,"never closed',
      '2,2024-03-01 12:00,Resolved,Desk,a,',
    ].join('\n')
    const onRefusal = ({ line, reason }: { line: number; reason: string }) => {
      refusals.push(`${line} ${reason}`)
    }
    const { rows, scorecard } = await read(log, { onRefusal })
    expect(refusals.toSorted((a, b) => parseInt(a) - parseInt(b))).toEqual([
      '3 no-case',
      '4 no-time',
      '5 unreadable-time',
      '8 column-count',
      '9 column-count',
      '11 broken-quotes',
    ])
    expect(rows).toEqual({ read: 9, used: 3, refused: 6 })
    expect(scorecard.l1).toMatchObject({ count: 1, of: 1 })
  })

  test('what came after “now” is refused, and later windows are open', async () => {
    const now = new Date('2024-03-05T00:00:00Z')
    const { scorecard, refusals } = await read(threeTickets, { now })
    expect(refusals).toMatchObject([{ reason: 'after-now', count: 4 }])
    expect(scorecard.reopen).toMatchObject({ count: 0, of: 0 })
    expect(scorecard.weeks.map(({ immature }) => immature)).toEqual([2, 1])
    expect(scorecard.weeks.every(({ reopenEstimate }) => reopenEstimate === 0)).toBe(true)
  })

  test('the window is a choice', async () => {
    expect(await counts(threeTickets, { windowDays: 1 })).toMatchObject({ reopen: '0/4' })
    expect(await counts(threeTickets, { windowDays: 2 })).toMatchObject({ reopen: '1/4' })
  })

  test('weeks begin on the Monday of the time zone given', async () => {
    const log = eventLog('1,2024-03-04T03:00:00Z,Resolved,Desk,a')
    const weekOf = async (timeZone: string) =>
      (await read(log, { timeZone })).scorecard.weeks[0]?.isoWeek
    expect(await weekOf('UTC')).toBe('2024-W10')
    expect(await weekOf('America/New_York')).toBe('2024-W09')
  })

  test('letters of an older encoding are kept, and the assumption is said', async () => {
    const log = Buffer.from(eventLog('1,2024-03-01,Resolved,Störung Köln,Gerät'), 'latin1')
    const { scorecard, assumed } = await read(log)
    expect(scorecard.types[0]?.type).toBe('Gerät')
    expect(assumed.join('\n')).toContain('windows-1252')
  })

  test('one stray byte does not turn all other letters into those of another encoding', async () => {
    const log = eventLog('1,2024-03-01,Resolved,Störung Köln,Gerät', '1,2024-03-02,Closed,x,Gerät')
    const stray = Buffer.concat([
      Buffer.from(log),
      Buffer.from('1,2024-03-03,Closed,\xe9,\n', 'latin1'),
    ])
    const { scorecard, assumed } = await read(stray)
    expect(scorecard.types[0]?.type).toBe('Gerät')
    expect(assumed.join('\n')).toContain('some letters are not UTF-8 and are read as “�”')
  })

  test('hostile values are only values', async () => {
    const nasty = `'); drop table event; --\\N\t\\.`
    const log = eventLog(
      `"${nasty}",2024-03-01,Resolved,"\\\\.","=cmd|' /C calc'!A0"`,
      `__proto__,2024-03-01,Resolved,constructor,${'x'.repeat(5_000)}`,
    )
    expect(await counts(log)).toMatchObject({ l1: '2/2' })
  })

  test('a list of tickets is no history of them, and that is said', async () => {
    const { assumed } = await read(
      eventLog('1,2024-03-01,Closed,Desk,a', '2,2024-03-02,Closed,Desk,a'),
    )
    expect(assumed.join('\n')).toContain('every ticket has a single row')
    expect((await read(threeTickets)).assumed.join('\n')).not.toContain('single row')
  })

  test('no value is no team', async () => {
    const log = eventLog('1,2024-03-01,New,Desk,a', '1,2024-03-02,Resolved,?,a')
    const { scorecard, assumed } = await read(log)
    expect(scorecard.l1).toMatchObject({ count: 1, of: 1 })
    expect(assumed.join('\n')).toContain('“?” means no value')
  })
})

describe('a file that cannot be read so is refused with what it holds', () => {
  test.each<[string, string | Buffer, Partial<FileScorecardChoice>, string[]]>([
    ['an empty file', '', {}, ['is empty']],
    ['a header alone', eventLog(), {}, ['there is no row below the header']],
    ['a quote never closed', 'ticket,time,status\n1,2024-03-01,"New\n1,2024-03-02,Resolved\n', {}, ['broken-quotes: 1 rows, e.g. line 2: a quote is opened and never closed']],
    ['a web page', '<!DOCTYPE html><html><p>Sign in, please</p></html>', {}, ['is a web page']],
    ['an old spreadsheet', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), {}, ['zip archive or a spreadsheet']],
    ['a line beyond all measure', `ticket,time,status\n1,2024-03-01,${'x'.repeat(1_000_001)}\n`, {}, ['too-long: 1 rows, e.g. line 2']],
    ['no table', 'just some text\nand more\n', {}, ['does not begin with a header of columns']],
    ['a zip archive', Buffer.from('PK\u0003\u0004rest'), {}, ['zip archive or a spreadsheet']],
    ['a cut-off archive', gzipSync(threeTickets).subarray(0, 60), {}, ['cannot be read to its end']],
    ['the wrong format', threeTickets, { format: 'servicenow' }, ['No column is known for case, time, status', '#3 status: "New", "Resolved"']],
    ['a misspelt column', threeTickets, { columns: 'case=tickets' }, ['did you mean “ticket”?', '#1 ticket: "1", "2", "3"']],
    ['two columns of one name', 'ticket,time,status,Status\n1,2024-03-01,New,Resolved\n', {}, ['#3 “status” or #4 “Status”']],
    ['a misspelt status', threeTickets, { resolvedStatus: ['Resolvd'] }, ['did you mean “Resolved”?', 'Closed (1 rows)']],
    ['no status that says resolved', 'ticket,time,status\n1,2024-03-01,Foo\n', {}, ['--resolved-status', 'Foo (1 rows)']],
    ['a misspelt team', threeTickets, { l1: ['Desc'] }, ['did you mean “Desk”?', 'Platform (3 rows)']],
    ['a pattern no team matches', threeTickets, { l1Pattern: '^First' }, ['No team of the file matches', 'Desk (8 rows)']],
    ['a pattern that is none', threeTickets, { l1Pattern: '(' }, ['--l1-pattern']],
    ['lines named without teams', 'ticket,time,status\n1,2024-03-01,Resolved\n', { l1: ['Desk'] }, ['no column names teams']],
    ['a time column that holds none', threeTickets, { columns: 'case=ticket,time=type,status=status' }, ['Not one row can be used', 'unreadable-time: 11 rows, e.g. line 2: "login"']],
    ['dates in two orders', eventLog('1,13/1/2024,New,a,', '1,1/13/2024,Resolved,a,'), {}, ['--date-order']],
    ['an unknown time zone', threeTickets, { timeZone: 'Mars/Olympus' }, ['There is no time zone']],
  ])('%s', async (_, content, choice, says) => {
    const refused = await read(content, choice).then(
      () => 'not refused',
      (error: Error) => error.message,
    )
    for (const part of says) expect(refused).toContain(part)
  }) // prettier-ignore

  test('a file that is not there', async () => {
    const choice = { format: 'event-log' as const, windowDays: 14, now: undefined }
    await expect(scorecardOfFile(['/nowhere.csv'], choice, async () => desk.url)).rejects.toThrow(
      '/nowhere.csv cannot be read',
    )
  })

  test('a database that is not there', async () => {
    const nowhere = async () => 'postgresql://localhost:1/none'
    const choice = { format: 'event-log' as const, windowDays: 14, now: undefined }
    await expect(scorecardOfFile([someFile(threeTickets)], choice, nowhere)).rejects.toMatchObject({
      kind: 'unavailable',
    })
  })
})
