import { describe, expect, test } from 'vitest'
import { findColumn, guessColumns, parseColumnChoice } from './columns.ts'

describe('which column is which', () => {
  test.each([
    [
      'a helpdesk log of a process-mining set',
      ['Case ID', 'Activity', 'Resource', 'Complete Timestamp', 'Variant', 'workgroup'],
      { case: 0, status: 1, person: 2, time: 3, team: 5 },
    ],
    [
      'an XES export',
      [
        'case:concept:name',
        'concept:name',
        'lifecycle:transition',
        'time:timestamp',
        'org:group',
        'org:resource',
      ],
      { case: 0, status: 1, substatus: 2, time: 3, team: 4, person: 5 },
    ],
    [
      'an export with sub-statuses',
      [
        'SR Number',
        'Change Date+Time',
        'Status',
        'Sub Status',
        'Involved ST',
        'Product',
        'Owner First Name',
      ],
      { case: 0, time: 1, status: 2, substatus: 3, team: 4, type: 5, person: 6 },
    ],
    [
      'a log of incident activities',
      [
        'Incident ID',
        'DateStamp',
        'IncidentActivity_Number',
        'IncidentActivity_Type',
        'Assignment Group',
        'KM number',
      ],
      { case: 0, time: 1, status: 3, team: 4 },
    ],
    [
      'a log whose status is a column of its own beside the activity',
      ['ticketId', 'updatedAt', 'activity', 'status'],
      { case: 0, time: 1, status: 3 },
    ],
    [
      'a German export',
      ['Vorgangsnummer', 'Zeitstempel', 'Status', 'Gruppe', 'Bearbeiter', 'Kategorie'],
      { case: 0, time: 1, status: 2, team: 3, person: 4, type: 5 },
    ],
    [
      'names written in one word',
      ['CASEID', 'EVENTTIME', 'ticketstatus', 'SupportGroup'],
      { case: 0, time: 1, status: 2, team: 3 },
    ],
    [
      'a history of fields by values',
      ['Case Number', 'Edit Date', 'Old Value', 'New Value', 'Assigned Team'],
      { case: 0, time: 1, status: 3, team: 4 },
    ],
    [
      'starts and ends of activities',
      ['case', 'activity', 'start_timestamp', 'complete_timestamp', 'resource', 'org group'],
      { case: 0, status: 1, time: 3, person: 4, team: 5 },
    ],
  ])('%s', (_, header, expected) => {
    expect(guessColumns(header, {})).toEqual({ columns: expected, unclear: new Map() })
  })

  test('two columns of one name are not guessed between', () => {
    const { columns, unclear } = guessColumns(['case', 'time', 'status', 'Status'], {})
    expect(columns.status).toBeUndefined()
    expect(unclear.get('status')).toBe('The status column could be #3 “status” or #4 “Status”')
  })

  test('names may hold spaces, plus signs and commas', () => {
    expect(parseColumnChoice('case=SR Number, time=Change Date+Time,team=Team, 2nd')).toEqual({
      case: 'SR Number',
      time: 'Change Date+Time',
      team: 'Team, 2nd',
    })
  })

  test('a role that is none is refused with the nearest', () => {
    expect(() => parseColumnChoice('cases=x')).toThrow('did you mean “case”?')
    expect(() => parseColumnChoice('case=')).toThrow('No column is named for “case”')
    expect(() => parseColumnChoice('nonsense')).toThrow('“nonsense” is not role=column')
  })

  test('a column is found by name, loosely, or by its position', () => {
    const header = ['SR Number', 'Status', 'Status']
    expect(findColumn(header, 'case', 'sr_number')).toBe(0)
    expect(findColumn(header, 'status', '#3')).toBe(2)
    expect(() => findColumn(header, 'status', 'Status')).toThrow('write status=#2')
    expect(() => findColumn(header, 'status', 'Statsu')).toThrow('did you mean “Status”?')
  })
})
