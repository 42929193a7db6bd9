import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { Select } from './Select.tsx'

const options = [{ id: 'one', label: 'One' }]

test('opened before its options are read it says that they load, then offers them', async () => {
  const { rerender } = render(<Select label="It" options={undefined} />)
  await userEvent.click(screen.getByRole('button'))
  expect(await screen.findByText('Loading')).toBeTruthy()
  rerender(<Select label="It" options={options} />)
  await userEvent.click(await screen.findByRole('option', { name: 'One' }))
  expect(screen.getByRole('button').textContent).toContain('One')
})

test('opened with nothing to choose it says so', async () => {
  render(<Select label="It" options={[]} />)
  await userEvent.click(screen.getByRole('button'))
  expect(await screen.findByText('Nothing here yet.')).toBeTruthy()
})
