import { render, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { clearToasts, closeToast, toast, ToastRegion } from './Toast.tsx'

test('what one person was told, and could undo, is not there for the next', async () => {
  render(<ToastRegion />)
  toast({ text: '#1042 is with payments', about: '1042', undo: () => undefined })
  await screen.findByRole('button', { name: 'Undo' })
  clearToasts()
  toast({ text: 'You are signed in' })
  await screen.findByText('You are signed in')
  expect(screen.queryByText('#1042 is with payments')).toBeNull()
})

test('what was said about a thing is gone once something else is said about it, or it is so no more', async () => {
  render(<ToastRegion />)
  const undo = () => expect.unreachable('nobody presses it')
  toast({ text: '#1042 is merged into #1040', about: 'merge of 1042', undo })
  toast({ text: '#1043 is yours', about: 'assignee of 1043', undo })
  await screen.findByText('#1042 is merged into #1040')
  toast({ text: '#1042 is a ticket of its own again', about: 'merge of 1042' })
  await screen.findByText('#1042 is a ticket of its own again')
  await waitFor(() => expect(screen.queryByText('#1042 is merged into #1040')).toBeNull())
  screen.getByText('#1043 is yours')
  closeToast('assignee of 1043')
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull())
})
