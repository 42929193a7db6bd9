import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { Button } from './Button.tsx'
import { useHotkeys } from './Hotkeys.tsx'
import { Menu } from './Menu.tsx'

function OpenedByKey({ chosen, onChosen }: { chosen?: string; onChosen: (id: string) => void }) {
  const [isOpen, setOpen] = useState(false)
  useHotkeys([{ keys: 'p', label: 'Choose', run: () => setOpen(true) }])
  const entries = ['one', 'two', 'three'].map((id) => ({
    id,
    label: id,
    isChosen: id === chosen,
    onAction: () => onChosen(id),
  }))
  return (
    <Menu
      label="Numbers"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button>Open</Button>}
      groups={[{ id: 'all', entries }]}
    />
  )
}

test.each([
  ['the first', undefined, 'one', 'two'],
  ['the chosen', 'two', 'two', 'three'],
])('of a menu that a key opens %s entry has the focus', async (_, chosen, focused, next) => {
  const made: string[] = []
  render(<OpenedByKey {...(chosen && { chosen })} onChosen={(id) => made.push(id)} />)
  await userEvent.keyboard('p')
  const entry = await screen.findByRole('menuitem', { name: new RegExp(focused) })
  await waitFor(() => expect(document.activeElement).toBe(entry))
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(made).toEqual([next])
})
