import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { aTicket } from '#web/testing/factories.ts'
import { renderSignedIn } from '#web/testing/render.tsx'
import { serve } from '#web/testing/server.ts'
import { TypeMenu } from './TypeMenu.tsx'

test('what was learned stands first, with its words; what is hardly likely is no guess', async () => {
  const ticket = aTicket({ type: null })
  const guess = { isMatch: false, words: ['numbers', 'dashboard'] }
  serve({
    'GET /api/ticket-types': {
      body: {
        items: [
          { id: 'how-to', title: 'How do I …', isL1: true },
          { id: 'reports', title: 'Reports show old figures', isL1: true },
        ],
      },
    },
    [`GET /api/tickets/${ticket.id}/runbook-matches`]: {
      body: {
        items: [],
        types: [
          { ...guess, type: 'reports', probability: 0.31 },
          { ...guess, type: 'how-to', probability: 0.002 },
        ],
      },
    },
  })
  renderSignedIn(<TypeMenu ticket={ticket} />)
  await userEvent.click(await screen.findByRole('button', { name: /^Type/ }))
  const entries = await screen.findAllByRole('menuitem')
  expect(entries.map(({ textContent }) => textContent)).toEqual([
    'Reports show old figures31%: numbers, dashboard',
    'How do I …',
  ])
})
