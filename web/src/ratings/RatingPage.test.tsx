import { createMemoryHistory } from '@tanstack/react-router'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { App } from '#web/app/App.tsx'
import { problem, serve } from '#web/testing/server.ts'

const token = 'AaIHolWWdKuXHtsd0p5weQ.signature'
const [reading, giving] = ['POST /api/rating/reading', 'PUT /api/rating'] as const
const page = {
  ticketNumber: 1042,
  subject: 'Export never arrived',
  resolvedAt: '2026-03-02T12:00:00Z',
  resolvedBy: 'Ada',
  value: null,
  comment: null,
  closesAt: '2026-03-16T12:00:00Z',
  isOpen: true,
}

function open(search: string, answers: Parameters<typeof serve>[0]) {
  const served = serve(answers)
  const history = createMemoryHistory({ initialEntries: [`/rate${search}#${token}`] })
  render(<App history={history} />)
  return served
}

describe('the page of a rating link', () => {
  test('shows the answer of the link, and votes only by its button, without sign-in', async () => {
    const { asked } = open('?value=down', {
      [reading]: { body: page },
      [giving]: { body: { ...page, value: 'down' } },
    })
    const no = await screen.findByRole<HTMLInputElement>('radio', { name: 'No' })
    expect(no.checked).toBe(true)
    expect(asked).toEqual([reading])
    await userEvent.click(screen.getByRole('button', { name: 'Send rating' }))
    expect(await screen.findByText('Thank you.')).toBeDefined()
    expect(asked).toEqual([reading, giving])
  })

  test('lets the answer be changed', async () => {
    const { answers } = open('', {
      [reading]: { body: { ...page, value: 'up' } },
      [giving]: { body: { ...page, value: 'up' } },
    })
    await userEvent.click(await screen.findByRole('button', { name: 'Send rating' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Change my answer' }))
    await userEvent.click(screen.getByRole('radio', { name: 'No' }))
    answers[giving] = { body: { ...page, value: 'down' } }
    await userEvent.click(screen.getByRole('button', { name: 'Send rating' }))
    expect(await screen.findByText(/Your answer: No\./)).toBeDefined()
    expect(screen.getByText(/Simply reply to our mail/)).toBeDefined()
  })

  test('without an answer in the link there is nothing to send yet', async () => {
    const { asked } = open('?value=sideways', { [reading]: { body: page } })
    await userEvent.click(await screen.findByRole('button', { name: 'Send rating' }))
    expect(await screen.findByText('Please choose one of the two.')).toBeDefined()
    expect(asked).not.toContain(giving)
  })

  test('after the window it only tells', async () => {
    open('?value=down', { [reading]: { body: { ...page, value: 'up', isOpen: false } } })
    expect(await screen.findByText(/Your answer: Yes\. The time to change it ended/)).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Send rating' })).toBeNull()
  })

  test('a link of an earlier mail goes on: its token leaves the address that servers see', async () => {
    serve({ [reading]: { body: page } })
    const history = createMemoryHistory({ initialEntries: [`/rate/${token}?value=up`] })
    render(<App history={history} />)
    const yes = await screen.findByRole<HTMLInputElement>('radio', { name: 'Yes' })
    expect(yes.checked).toBe(true)
    expect(history.location.href).toBe(`/rate?value=up#${token}`)
  })

  test('a link that is none says what to do', async () => {
    open('', { [reading]: problem(404, 'rating.link-invalid') })
    expect(await screen.findByText('This link leads nowhere')).toBeDefined()
  })

  test('what could not be sent is kept, with the reason', async () => {
    open('?value=up', {
      [reading]: { body: page },
      [giving]: problem(503, 'database.unavailable'),
    })
    await userEvent.type(await screen.findByLabelText(/Anything to add/), 'Thanks!')
    await userEvent.click(screen.getByRole('button', { name: 'Send rating' }))
    expect(await screen.findByText('The database does not answer.')).toBeDefined()
    expect(screen.getByLabelText<HTMLTextAreaElement>(/Anything to add/).value).toBe('Thanks!')
  })
})
