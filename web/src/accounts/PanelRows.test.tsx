import type { PanelAnswer, PanelColumn } from '@firstline/contract/accounts'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderSignedIn } from '#web/testing/render.tsx'
import { PanelRows } from './PanelRows.tsx'

const column = (field: string, title: string): PanelColumn => ({
  field,
  title,
  as: 'text',
  isMasked: false,
})
const answer: PanelAnswer = {
  source: 'orders',
  title: 'Orders',
  isSingle: false,
  columns: [
    column('customer.name', 'Customer'),
    column('lines.sku', 'Articles'),
    column('customer.phone', 'Phone'),
  ],
  rows: [{ customer: { name: 'Dana Moss' }, lines: [{ sku: 'cup' }, { sku: 'plate' }] }],
  isTruncated: false,
  emptyText: 'None',
  fetchedAt: '2026-03-02T09:00:00.000Z',
  durationMs: 3,
}

test.each([true, false])(
  'fields within what columns hold are shown (one record: %s)',
  (isSingle) => {
    renderSignedIn(<PanelRows answer={{ ...answer, isSingle }} />)
    expect(screen.getByText('Dana Moss')).toBeTruthy()
    expect(screen.getByText('cup, plate')).toBeTruthy()
  },
)
