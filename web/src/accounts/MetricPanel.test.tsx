import type { MetricChart, PanelAnswer } from '@firstline/contract/accounts'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { newId } from '#web/testing/factories.ts'
import { renderSignedIn } from '#web/testing/render.tsx'
import { serve } from '#web/testing/server.ts'
import { AccountPanels } from './AccountPanels.tsx'

beforeEach(() => vi.unstubAllGlobals())

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 9, minute)).toISOString()

const chart: MetricChart = {
  unit: 'per_second',
  from: at(0),
  to: at(3),
  stepSeconds: 60,
  problemBegan: at(2),
  points: [
    { at: at(0), value: 1.25 },
    { at: at(1), value: null },
    { at: at(2), value: 3 },
    { at: at(3), value: 2 },
  ],
  lastSaid: null,
}

function show(given: Partial<MetricChart>, rows: PanelAnswer['rows'] = [{ last: 2 }]) {
  const ticketId = newId()
  const panel: PanelAnswer = {
    source: 'requests',
    title: 'Requests',
    isSingle: true,
    columns: [{ field: 'last', title: 'Last', as: 'text', isMasked: false }],
    rows,
    isTruncated: false,
    emptyText: '',
    fetchedAt: new Date().toISOString(),
    durationMs: 3,
    chart: { ...chart, ...given },
  }
  serve({
    [`GET /api/tickets/${ticketId}/panels`]: {
      body: {
        account: { id: newId(), externalId: 'acc_1', name: 'Northwind', domain: null },
        panels: [{ source: 'requests', title: 'Requests', isSingle: true }],
      },
    },
    [`GET /api/tickets/${ticketId}/panels/requests`]: { body: panel },
  })
  renderSignedIn(<AccountPanels ticketId={ticketId} />)
}

test('a metric says what it is now, its bounds, and when the problem began', async () => {
  show({})
  expect((await screen.findByText('now')).parentElement?.textContent).toBe('2/s now')
  expect(screen.getByText('1.25/s to 3/s')).toBeTruthy()
  const picture = screen.getByRole('img', { name: /Requests, .* 1\.25\/s to 3\/s\. problem began/ })
  // a line before what is no number, and one after it
  expect(picture.innerHTML.match(/M[\d.]+ [\d.]+h0/g)).toHaveLength(2)
})

test('its values are there as a table, newest first', async () => {
  show({})
  await userEvent.click(await screen.findByText('Values'))
  const rows = within(await screen.findByRole('table', { name: 'Requests' })).getAllByRole('row')
  expect(rows.map((row) => row.lastChild?.textContent)).toEqual([
    'Value',
    '2/s',
    '3/s',
    'no number',
    '1.25/s',
  ])
})

test('an old value is never shown as the one of now', async () => {
  show({ points: chart.points.slice(0, 3) })
  expect(await screen.findByText(/No value now/)).toBeTruthy()
  expect(screen.queryByText('now')).toBeNull()
})

test('what is no number is said', async () => {
  show({ points: [{ at: at(3), value: null }], lastSaid: 'NaN' })
  expect(await screen.findByText('No number now (NaN)')).toBeTruthy()
})

test('a customer without the metric is told so', async () => {
  show({ points: [] }, [])
  expect(await screen.findByText('No data of this customer.')).toBeTruthy()
})

test.each([
  ['percent', 12.5, '12.5%'],
  ['ratio', 0.125, '12.5%'],
  ['seconds', 0.25, '250 ms'],
  ['milliseconds', 1_500, '1.5 sec'],
  ['bytes', 2_400_000, '2.4 MB'],
  ['count', 1_234, '1,230'],
  ['per_minute', 7, '7/min'],
] as const)('a value in %s has its unit', async (unit, value, words) => {
  show({ unit, points: [{ at: at(3), value }] })
  expect((await screen.findByText('now')).parentElement?.textContent).toBe(`${words} now`)
})
