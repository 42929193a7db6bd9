import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { clearToasts, toast, ToastRegion } from './Toast.tsx'

test('what one person was told, and could undo, is not there for the next', async () => {
  render(<ToastRegion />)
  toast({ text: '#1042 is with payments', undo: () => undefined })
  await screen.findByRole('button', { name: 'Undo' })
  clearToasts()
  toast({ text: 'You are signed in' })
  await screen.findByText('You are signed in')
  expect(screen.queryByText('#1042 is with payments')).toBeNull()
})
