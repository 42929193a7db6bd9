import { screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { aProject } from '#web/testing/factories.ts'
import { renderSignedIn } from '#web/testing/render.tsx'
import { serve } from '#web/testing/server.ts'
import { SourceRecord } from './SourceRecord.tsx'

beforeEach(() => vi.unstubAllGlobals())

const row = {
  id: 'exp_8fk2aaaa',
  account_id: 'acc_north',
  error_code: 'warehouse_timeout',
  status: 'failed',
  attempts: 3,
  age_s: 120,
  region: 'eu',
}

async function shown(source: string | null, value: unknown, fields = 6): Promise<string> {
  serve({ 'GET /api/project': { body: aProject() } })
  renderSignedIn(
    <p aria-label="record">
      <SourceRecord source={source} value={value} fields={fields} without={['account_id']} />
    </p>,
  )
  return (await screen.findByLabelText('record')).textContent ?? ''
}

test('fields are called, ordered and left out as the file of the source says', async () => {
  await shown('exports.by_id', row)
  expect(await screen.findByText('Tries')).toBeTruthy()
  expect(screen.getByLabelText('record').textContent).toBe(
    'Status failed · Tries 3 · Error warehouse_timeout · Asked before 2 min',
  )
})

test('of a source that says nothing, the most telling fields are shown by their own names', async () => {
  expect(await shown('users.by_id', row, 3)).toBe(
    'status failed · error code warehouse_timeout · region eu',
  )
})

test.each([
  ['several rows are counted', [row, row], '2 rows'],
  ['what is no row is shown as it is', 'yes', 'yes'],
])('%s', async (_, value, words) => {
  expect(await shown('exports.by_id', value)).toBe(words)
})
