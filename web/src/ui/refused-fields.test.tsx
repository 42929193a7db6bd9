import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { expect, test, vi } from 'vitest'
import { ComboBox } from './ComboBox.tsx'
import { Form, SubmitButton } from './Form.tsx'
import { RadioGroup } from './RadioGroup.tsx'
import { Select } from './Select.tsx'
import { TextArea } from './TextArea.tsx'
import { TextField } from './TextField.tsx'

const options = [{ id: 'one', label: 'One' }]
const fields: Record<string, (errorMessage: string | undefined) => ReactElement> = {
  TextField: (errorMessage) => <TextField label="It" isRequired {...{ errorMessage }} />,
  TextArea: (errorMessage) => <TextArea label="It" isRequired {...{ errorMessage }} />,
  Select: (errorMessage) => <Select label="It" defaultValue="one" {...{ options, errorMessage }} />,
  ComboBox: (errorMessage) => (
    <ComboBox label="It" defaultValue="one" {...{ options, errorMessage }} />
  ),
  RadioGroup: (errorMessage) => <RadioGroup label="It" {...{ options, errorMessage }} />,
}

test.each(Object.keys(fields))(
  'a form whose %s was refused by the server can be sent again',
  async (name) => {
    const send = vi.fn()
    render(<FieldForm field={fields[name]!} onSend={send} />)
    const it = screen.queryByRole('textbox')
    if (it) await userEvent.type(it, 'weak')
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    await screen.findByText('It was refused')
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    expect(send).toHaveBeenCalledTimes(2)
  },
)

test('what is needed and empty is still asked for before anything is sent', async () => {
  const send = vi.fn()
  render(<FieldForm field={fields.TextField!} onSend={send} />)
  await userEvent.click(screen.getByRole('button', { name: 'Send' }))
  expect(send).not.toHaveBeenCalled()
})

type FormProps = { field: (errorMessage: string | undefined) => ReactElement; onSend: () => void }

function FieldForm({ field, onSend }: FormProps) {
  const [errorMessage, setErrorMessage] = useState<string>()
  return (
    <Form onSubmit={send}>
      {field(errorMessage)}
      <SubmitButton>Send</SubmitButton>
    </Form>
  )

  function send() {
    onSend()
    setErrorMessage('It was refused')
  }
}
