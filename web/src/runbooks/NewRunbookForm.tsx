import { RunbookId } from '@firstline/contract/runbooks'
import type { RunbookSummary } from '@firstline/contract/runbooks'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { Button } from '#web/ui/Button.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { idFromTitle, starterText } from './edit/starter-text.ts'
import type { NewRunbook } from './edit/starter-text.ts'
import { useRunbookChange } from './useRunbook.ts'

/** Its address is this page. */
const taken = 'new'

/** What a runbook needs before it can be written; the rest is written in the editor. */
export function NewRunbookForm({ type }: { type: string | undefined }) {
  const { t } = useTranslation('newRunbook')
  const failureOf = useFailure()
  const navigate = useNavigate()
  const runbooks = useQuery(apiQuery('listRunbooks')).data?.items ?? []
  const [written, setWritten] = useState<Partial<NewRunbook>>(type ? { type } : {})
  const title = written.title ?? ''
  const about: NewRunbook = {
    title: title.trim(),
    id: (written.id ?? idFromTitle(title)).trim(),
    type: (written.type ?? '').trim(),
    owner: (written.owner ?? ownerOf(written.type, runbooks)).trim(),
    symptom: (written.symptom ?? '').trim() || title.trim(),
  }
  const existing = runbooks.find(({ id }) => id === about.id)
  const create = useRunbookChange('saveRunbookDraft', ({ id }) => {
    void navigate({ to: '/runbooks/$runbookId/edit', params: { runbookId: id }, replace: true })
  })
  const write = (key: keyof NewRunbook) => (text: string) => setWritten({ ...written, [key]: text })
  return (
    <Form
      onSubmit={() => {
        if (existing || create.isPending) return
        const source = starterText(about, t('starter', { returnObjects: true }))
        create.mutate({ params: { id: about.id }, body: { source, baseVersion: 0 } })
      }}
    >
      <TextField
        label={t('title')}
        description={t('titleWhat')}
        autoFocus
        isRequired
        value={title}
        onChange={write('title')}
      />
      <TextField
        label={t('id')}
        description={t('idWhat')}
        isMono
        isRequired
        value={written.id ?? idFromTitle(title)}
        onChange={write('id')}
        validate={(id) => (isFreeId(id.trim()) ? null : t('idWrong'))}
        errorMessage={existing && t('taken')}
      />
      {existing && (
        <p className="text-sm text-broken">
          <Link
            to="/runbooks/$runbookId"
            params={{ runbookId: existing.id }}
            className="text-accent hover:underline"
          >
            {existing.title}
          </Link>
        </p>
      )}
      <TypeField value={about.type} onChange={write('type')} />
      <TextField
        label={t('owner')}
        description={t('ownerWhat')}
        isRequired
        value={written.owner ?? about.owner}
        onChange={write('owner')}
      />
      <TextField
        label={t('symptom')}
        description={t('symptomWhat')}
        value={written.symptom ?? ''}
        onChange={write('symptom')}
      />
      {create.error && <ErrorState isCompact failure={failureOf(create.error)} />}
      <div className="flex justify-end gap-2">
        <Button onPress={() => void navigate({ to: '/runbooks' })}>{t('cancel')}</Button>
        <SubmitButton isPending={create.isPending}>{t('create')}</SubmitButton>
      </div>
    </Form>
  )
}

function isFreeId(id: string): boolean {
  return RunbookId.safeParse(id).success && id !== taken
}

/** Who owns the other runbooks of the type, or all there are. */
function ownerOf(type: string | undefined, runbooks: readonly RunbookSummary[]): string {
  const sameType = runbooks.find((runbook) => runbook.type === type)
  const [owner = '', ...others] = new Set(runbooks.map((runbook) => runbook.owner))
  return sameType?.owner ?? (others.length === 0 ? owner : '')
}

type TypeFieldProps = {
  value: string
  onChange: (type: string) => void
}

/** One of the project's types; a project that names none takes any. */
function TypeField({ value, onChange }: TypeFieldProps) {
  const { t } = useTranslation('newRunbook')
  const { data } = useQuery({ ...apiQuery('listTicketTypes'), staleTime: 600_000 })
  const known = data?.items.map(({ id, title }) => ({ id, label: title, description: id }))
  const texts = { label: t('type'), description: t('typeWhat'), isRequired: true }
  if (known?.length === 0) return <TextField {...texts} value={value} onChange={onChange} />
  const isKnown = value === '' || known?.some(({ id }) => id === value)
  const options = isKnown ? known : [{ id: value, label: value }, ...(known ?? [])]
  return (
    <Select
      {...texts}
      options={options}
      placeholder={t('typeChoose')}
      value={value || null}
      onChange={onChange}
    />
  )
}
