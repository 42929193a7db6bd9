import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { Form, SubmitButton } from './Form.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import { TextArea } from './TextArea.tsx'
import { TextField } from './TextField.tsx'

function show(onSubmit: () => void) {
  render(
    <Form onSubmit={onSubmit} sendKey={{ label: 'Send' }}>
      <TextField label="Name" isRequired defaultValue="   " />
      <TextArea label="Why" leastLength={3} defaultValue="no" />
      <TextField label="Minutes" validate={(typed) => (/^\d+$/.test(typed) ? null : 'A number')} />
      <SubmitButton>Send</SubmitButton>
    </Form>,
  )
}

test.each(['button', 'key'])(
  'by %s, all that is missing is marked and the first of it focused',
  async (by) => {
    const onSubmit = vi.fn()
    show(onSubmit)
    const send = async () => {
      if (by === 'button') return userEvent.click(screen.getByRole('button', { name: 'Send' }))
      await userEvent.click(screen.getByLabelText('Minutes'))
      return userEvent.keyboard('{Control>}{Enter}{/Control}')
    }
    await send()
    expect(screen.getByText('This is needed.')).toBeTruthy()
    expect(screen.getByText('At least 3 characters.')).toBeTruthy()
    expect(screen.getByText('A number')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByLabelText('Name'))
    expect(onSubmit).not.toHaveBeenCalled()
    await userEvent.type(screen.getByLabelText('Name'), 'Ada')
    await userEvent.type(screen.getByLabelText('Why'), 't yet')
    await userEvent.type(screen.getByLabelText('Minutes'), '5')
    await send()
    expect(onSubmit).toHaveBeenCalledOnce()
  },
)

test('a field that is right again is no longer refused while one types in it', async () => {
  show(vi.fn())
  await userEvent.click(screen.getByRole('button', { name: 'Send' }))
  await userEvent.type(screen.getByLabelText('Why'), 't')
  await waitFor(() => expect(screen.queryByText('At least 3 characters.')).toBeNull())
  expect(document.activeElement).toBe(screen.getByLabelText('Why'))
  expect(screen.getByText('This is needed.')).toBeTruthy()
})

function reasonAsked(onConfirm: (reason: string) => void, failure?: { what: string }) {
  return (
    <ReasonDialog
      title="Reopen #12"
      explanation="It is worked again."
      confirm="Reopen"
      isOpen
      onOpenChange={() => {}}
      onConfirm={onConfirm}
      isPending={false}
      failure={failure}
    />
  )
}

test('a reason that was typed is there again after Escape, and not after it was used', async () => {
  const onConfirm = vi.fn()
  const first = render(reasonAsked(onConfirm))
  await userEvent.type(screen.getByLabelText('Reason'), 'They wrote again')
  first.unmount()
  const second = render(reasonAsked(onConfirm))
  expect(screen.getByLabelText<HTMLTextAreaElement>('Reason').value).toBe('They wrote again')
  await userEvent.click(screen.getByRole('button', { name: 'Reopen' }))
  expect(onConfirm).toHaveBeenCalledWith('They wrote again')
  second.unmount()
  render(reasonAsked(onConfirm))
  expect(screen.getByLabelText<HTMLTextAreaElement>('Reason').value).toBe('')
})

test('a reason that was refused is there again after Escape', async () => {
  const { rerender, unmount } = render(reasonAsked(() => {}))
  await userEvent.type(screen.getByLabelText('Reason'), 'They wrote again')
  await userEvent.click(screen.getByRole('button', { name: 'Reopen' }))
  rerender(reasonAsked(() => {}, { what: 'Somebody was faster' }))
  unmount()
  render(reasonAsked(() => {}))
  expect(screen.getByLabelText<HTMLTextAreaElement>('Reason').value).toBe('They wrote again')
})
