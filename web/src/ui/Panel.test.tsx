import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { Panel } from './Panel.tsx'

const failure = {
  what: 'The source did not answer.',
  safe: 'Nothing was changed.',
  requestId: 'req-7',
}
const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000)

describe('a panel', () => {
  test('says that it is loading, and cannot be reloaded meanwhile', () => {
    render(<Panel title="Exports" status="loading" onReload={() => {}} />)
    expect(screen.getByRole('status', { name: 'Loading' })).toBeTruthy()
    expect(screen.getByRole('region', { name: 'Exports' }).getAttribute('aria-busy')).toBe('true')
    expect(screen.getByRole('button', { name: 'Reload Exports' })).toHaveProperty('disabled', true)
  })

  test('shows its content with its age', () => {
    render(
      <Panel title="Exports" status="ready" readAt={ago(12)}>
        exp_1
      </Panel>,
    )
    expect(screen.getByText('exp_1')).toBeTruthy()
    expect(screen.getByText(/^1[23] s$/)).toBeTruthy()
    expect(screen.queryByText('Stale')).toBeNull()
  })

  test('calls old content stale, in a word', () => {
    render(
      <Panel title="Exports" status="ready" readAt={ago(301)}>
        exp_1
      </Panel>,
    )
    expect(screen.getByText('Stale')).toBeTruthy()
    expect(screen.getByText('exp_1')).toBeTruthy()
  })

  test('keeps its content when reading again failed, says so, and calls it stale', () => {
    render(
      <Panel title="Exports" status="ready" readAt={ago(1)} failure={failure}>
        exp_1
      </Panel>,
    )
    expect(screen.getByRole('alert').textContent).toContain(failure.what)
    expect(screen.getByText('exp_1')).toBeTruthy()
    expect(screen.getByText('Stale')).toBeTruthy()
  })

  test('without content says what failed, what is safe and the request id, and tries again', async () => {
    const onReload = vi.fn()
    render(<Panel title="Exports" status="error" failure={failure} onReload={onReload} />)
    const alert = screen.getByRole('alert')
    expect(alert.textContent).toContain(failure.what)
    expect(alert.textContent).toContain(failure.safe)
    expect(alert.textContent).toContain('req-7')
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(onReload).toHaveBeenCalledOnce()
  })

  test('that is empty teaches the next step', async () => {
    const onPress = vi.fn()
    render(
      <Panel
        title="Webhooks"
        status="empty"
        empty={{ text: 'None in 7 days.', action: { label: 'Look at 30 days', onPress } }}
      />,
    )
    expect(screen.getByText('None in 7 days.')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Look at 30 days' }))
    expect(onPress).toHaveBeenCalledOnce()
  })

  test('folds away and comes back by its title', async () => {
    render(
      <Panel title="Users" status="ready" isCollapsible isInitiallyOpen={false}>
        Ada
      </Panel>,
    )
    const toggle = screen.getByRole('button', { name: 'Users' })
    expect(toggle.getAttribute('aria-expanded')).toBe('false')
    expect(screen.getByText('Ada').closest('[hidden]')).toBeTruthy()
    await userEvent.click(toggle)
    expect(screen.getByText('Ada').closest('[hidden]')).toBeNull()
  })
})
