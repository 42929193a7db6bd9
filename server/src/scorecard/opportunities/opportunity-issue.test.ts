import type { Escalation } from '@firstline/contract/escalations'
import type { Opportunity } from '@firstline/contract/opportunities'
import { expect, test } from 'vitest'
import { issueOf } from './opportunity-issue.ts'

const opportunity: Opportunity = {
  id: '00000000-0000-7000-8000-000000000001',
  type: 'exports',
  runbook: null,
  cause: null,
  missing: 'defect',
  because: 'the export\n stops',
  details: [],
  tickets: 2,
  engineerHours: 1.25,
  points: 4.04,
  first: '2026-03-01T12:00:00Z',
  last: '2026-03-02T12:00:00Z',
  draft: null,
  state: 'open',
  decided: null,
  thing: null,
}
const engineer = {
  kind: 'person',
  id: '00000000-0000-7000-8000-00000000000e',
  name: 'Eve',
} as const
const escalation: Escalation = {
  id: '00000000-0000-7000-8000-000000000002',
  state: 'returned',
  ticket: {
    id: '00000000-0000-7000-8000-000000000003',
    number: 7,
    subject: 'The customer’s words',
    type: 'exports',
  },
  account: null,
  to: 'exports-team',
  because: 'it stops',
  identifiers: [],
  note: '',
  escalatedAt: '2026-03-01T12:00:00Z',
  escalatedBy: engineer,
  assignee: null,
  runbook: null,
  returned: null,
  draft: null,
  closed: null,
}
const issue = (given: Partial<Opportunity>, escalations: Escalation[] = []) =>
  issueOf({ ...opportunity, ...given }, escalations, {
    publicUrl: 'https://desk.example',
    days: 90,
  })

test('an issue counts what it could add, where that is known', () => {
  expect(issue({}).text).toContain(
    'In 90 days: 2 tickets, 1.3 engineer hours, up to 4.0 points of L1 resolution rate.',
  )
  expect(issue({ tickets: 1, points: null }).text).toContain(
    'In 90 days: 1 ticket, 1.3 engineer hours.',
  )
})

test('an issue is called after the first detail, else after the reason, in one line', () => {
  expect(issue({}).title).toBe('Mend the defect: the export stops (exports)')
  expect(issue({ details: ['a  log', 'b'], type: null }).title).toBe(
    'Mend the defect: a log (tickets without a type)',
  )
  expect(issue({ details: ['x'.repeat(400)] }).title).toHaveLength(160)
})

test('an issue has the engineers’ words where there are some', () => {
  expect(issue({}).text).not.toContain('In the engineers’ words')
  expect(issue({ details: ['a log', 'b'] }).text).toContain(
    '## In the engineers’ words\n\n- a log\n- b\n\n## Evidence',
  )
})

test('an issue names the tickets with what was done, twenty of them, never the customer’s words', () => {
  const returned = {
    at: '2026-03-02T12:00:00Z',
    by: engineer,
    was: 'The queue\nwas full.',
    fix: 'Emptied it.',
    wouldHaveHelped: 'defect',
    detail: '',
    say: '',
    minutesSpent: 30,
  } as const
  const identifiers = [
    { name: 'export', value: 'exp`1' },
    { name: 'account', value: 'acc_1' },
  ]
  const { text } = issue({}, [escalation, { ...escalation, returned, identifiers }])
  const link = '[#7](https://desk.example/tickets/00000000-0000-7000-8000-000000000003)'
  expect(text).toContain(
    `## Evidence\n\n- ${link}, 2026-03-01\n` +
      `- ${link}, 2026-03-01, 30 min: The queue was full. Fixed by: Emptied it. (\`export\` \`expʼ1\`, \`account\` \`acc_1\`)\n\n`,
  )
  expect(text).not.toContain('customer’s')
  const many = issue(
    {},
    Array.from({ length: 21 }, () => escalation),
  ).text
  expect(many.split('\n').filter((line) => line.startsWith('- [#7]'))).toHaveLength(20)
})
