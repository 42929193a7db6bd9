import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { renderSignedIn } from '#web/testing/render.tsx'
import { serve } from '#web/testing/server.ts'
import { ActionNames } from './ActionNames.tsx'

const actions = [
  { id: 'email.unsuppress', title: 'Allow email again' },
  { id: 'export.resend', title: 'Send the export email again' },
]

function writing(first?: string) {
  serve({ 'GET /api/runbook-names': { body: { sources: [], actions, types: [] } } })
  const written: unknown[] = []
  renderSignedIn(<Form />, 'engineer')
  return written

  function Form() {
    const [value, setValue] = useState<unknown>(first)
    return (
      <ActionNames
        value={value}
        onChange={(next) => {
          written.push(next)
          setValue(next)
        }}
      />
    )
  }
}

test("the project's actions are offered; a second one makes a list", async () => {
  const written = writing('email.unsuppress')
  await userEvent.click(await screen.findByRole('button', { name: 'Then another action' }))
  await userEvent.type(screen.getByRole('combobox', { name: 'Action 2' }), 'send')
  await userEvent.click(await screen.findByRole('option', { name: /export\.resend/ }))
  expect(written.at(-1)).toEqual(['email.unsuppress', 'export.resend'])
})

test('an action that is still to be made can be named; an emptied one is gone', async () => {
  const written = writing()
  const field = await screen.findByRole('combobox', { name: 'Action' })
  await userEvent.type(field, 'export.mend')
  await userEvent.tab()
  expect(written.at(-1)).toBe('export.mend')
  await userEvent.clear(field)
  expect(written.at(-1)).toBeUndefined()
})
