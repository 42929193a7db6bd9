import type { ActionPick, AvailableAction } from '@firstline/contract/actions'
import { ownProperty } from '@firstline/contract/own-property'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSourceColumns } from '#web/accounts/useSourceColumns.ts'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { textOf } from '#web/ui/record-fields.ts'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { useRowWords } from '#web/ui/useRowWords.ts'
import { BlockNotice } from './BlockNotice.tsx'
import { PlainInput, plainFieldsOf } from './PlainInput.tsx'

type ChooseInputProps = {
  ticketId: string
  action: string
  /** What is known already: from a runbook's checks and answers. */
  given: Record<string, unknown>
  onChosen: (input: Record<string, unknown>) => void
}

/** What the action is about: records are picked from what the account has now, never typed. */
export function ChooseInput({ ticketId, action: id, given, onChosen }: ChooseInputProps) {
  const { t } = useTranslation('actions')
  const failureOf = useFailure()
  const actions = useQuery(apiQuery('listActions', { params: { ticketId } }))
  if (actions.isPending) return <Skeleton lines={4} />
  if (!actions.data) {
    return <ErrorState failure={failureOf(actions.error)} onRetry={() => void actions.refetch()} />
  }
  const action = actions.data.items.find((candidate) => candidate.id === id)
  if (!action) return <EmptyState text={t('gone')} />
  if (action.blocked) return <BlockNotice blocked={action.blocked} />
  return <InputForm ticketId={ticketId} action={action} given={given} onChosen={onChosen} />
}

/** The same in every row of an account, or of no help to a person. */
const noise = ['account_id', 'trace_id']

type InputFormProps = {
  ticketId: string
  action: AvailableAction
  given: Record<string, unknown>
  onChosen: (input: Record<string, unknown>) => void
}

function InputForm({ ticketId, action, given, onChosen }: InputFormProps) {
  const { t } = useTranslation('actions')
  const [input, setInput] = useState(given)
  const plain = plainFieldsOf(action)
  // what there is nothing to pick for, or could not be read, says so in its place
  const hasPicked = action.picks.every(({ field }) => ownProperty(input, field) !== undefined)
  return (
    <Form onSubmit={() => hasPicked && onChosen(input)}>
      {action.picks.map((pick) => (
        <Pick
          key={pick.field}
          ticketId={ticketId}
          action={action.id}
          pick={pick}
          value={ownProperty(input, pick.field)}
          onChange={(value) => setInput({ ...input, [pick.field]: value })}
        />
      ))}
      {plain.fields.map((field) => (
        <PlainInput
          key={field.name}
          field={field}
          isRequired={plain.required.includes(field.name)}
          value={ownProperty(input, field.name)}
          onChange={(value) => setInput({ ...input, [field.name]: value })}
        />
      ))}
      <div className="flex justify-end">
        <SubmitButton>{t('continue')}</SubmitButton>
      </div>
    </Form>
  )
}

type PickProps = {
  ticketId: string
  action: string
  pick: ActionPick
  value: unknown
  onChange: (value: string | number) => void
}

function Pick({ ticketId, action, pick, value, onChange }: PickProps) {
  const { t } = useTranslation('actions')
  const failureOf = useFailure()
  const rowWords = useRowWords()
  const columns = useSourceColumns(pick.source)
  const params = { ticketId, action, field: pick.field }
  const choices = useQuery({ ...apiQuery('listActionChoices', { params }), staleTime: 0 })
  if (choices.isPending) return <Skeleton lines={4} />
  if (!choices.data) {
    return (
      <ErrorState
        isCompact
        failure={failureOf(choices.error)}
        onRetry={() => void choices.refetch()}
      />
    )
  }
  const { items, isTruncated } = choices.data
  if (items.length === 0)
    return <EmptyState isCompact text={t('noChoices', { what: pick.title })} />
  return (
    <RadioGroup
      label={pick.title}
      isRequired
      description={isTruncated ? t('choicesTruncated') : undefined}
      options={items.map((choice) => ({
        id: String(choice.value),
        label: String(choice.value),
        description: rowWords(choice.row, [pick.column, ...noise], columns),
      }))}
      value={value === undefined ? null : textOf(value)}
      onChange={(id) => onChange(items.find((choice) => String(choice.value) === id)?.value ?? id)}
    />
  )
}
