import type { MailLanguage, ScorecardMail } from '@firstline/contract/scorecard-share'
import type { Person } from '@firstline/contract/team'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { apiQuery, callRoute } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { languageInUse, languages, nameOfLanguage } from '#web/i18n/i18n.ts'
import { dateFormat } from '#web/ui/intl.ts'
import { useMay, useMe } from '#web/team/useMe.ts'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Select } from '#web/ui/Select.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { useFigures } from '#web/useFigures.ts'
import { useScorecardSearch } from './useScorecard.ts'

/** Who gets the scorecard by mail each Monday; open while the address says so. */
export function MailDialog() {
  const { t } = useTranslation('scorecard')
  const { search, change } = useScorecardSearch()
  const mayMail = useMay('scorecard:share')
  return (
    <Dialog
      title={t('mail.title')}
      isOpen={search.share === 'mail'}
      onOpenChange={() => change({ share: undefined })}
    >
      {mayMail ? <Readers /> : <p>{t('mail.onlyLeads')}</p>}
    </Dialog>
  )
}

function Readers() {
  const { t, i18n } = useTranslation('scorecard')
  const failureOf = useFailure()
  const mail = useQuery(apiQuery('getScorecardMail'))
  const people = useQuery(apiQuery('listPeople'))
  const error = mail.error ?? people.error
  if (error) {
    return <ErrorState isCompact failure={failureOf(error)} onRetry={() => void mail.refetch()} />
  }
  if (!mail.data || !people.data) return <Skeleton lines={3} />
  const { timeZone, nextAt, isConnected } = mail.data
  const next = dateFormat(i18n.language, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(nextAt))
  const leads = people.data.items.filter(({ role }) => role === 'lead' || role === 'admin')
  return (
    <div className="flex flex-col gap-3">
      <p>{t('mail.about', { zone: timeZone, next })}</p>
      {!isConnected && <p className="text-pending">{t('mail.notConnected')}</p>}
      <fieldset>
        <legend className="text-sm font-medium text-muted">{t('mail.readers')}</legend>
        {leads.map((person) => (
          <Reader key={person.id} person={person} mail={mail.data} />
        ))}
      </fieldset>
    </div>
  )
}

function Reader({ person, mail }: { person: Person; mail: ScorecardMail }) {
  const { t } = useTranslation('scorecard')
  const me = useMe()
  const failureOf = useFailure()
  const choose = useReaderChoice(person.id)
  const reader = mail.readers.find(({ personId }) => personId === person.id)
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4">
      <Checkbox
        isSelected={choose.isPending ? choose.variables !== null : reader !== undefined}
        onChange={(isReader) => choose.mutate(isReader ? languageInUse() : null)}
      >
        <span>
          {person.id === me.id ? t('mail.you', { name: person.name }) : person.name}
          {reader && <Latest latest={reader.latest} />}
        </span>
      </Checkbox>
      {reader && (
        <div className="w-32">
          <Select
            label={t('mail.languageOf', { name: person.name })}
            isLabelHidden
            value={choose.variables ?? reader.language}
            onChange={(id) => choose.mutate(id)}
            options={languages.map((id) => ({ id, label: nameOfLanguage(id) }))}
          />
        </div>
      )}
      {choose.error && <ErrorState isCompact failure={failureOf(choose.error)} />}
    </div>
  )
}

function Latest({ latest }: Pick<ScorecardMail['readers'][number], 'latest'>) {
  const { t } = useTranslation('scorecard')
  const figures = useFigures()
  return (
    <span className="block text-sm text-muted">
      {latest === null && t('mail.never')}
      {latest?.error && (
        <span className="text-broken">{t('mail.failed', { error: latest.error })}</span>
      )}
      {latest && !latest.error && !latest.sentAt && t('mail.queued')}
      {latest?.sentAt && (
        <>
          {t('mail.sent', { week: figures.day(latest.week) })} · <RelativeTime at={latest.sentAt} />
        </>
      )}
    </span>
  )
}

function useReaderChoice(personId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    /** Null: no mail. */
    mutationFn: (language: MailLanguage | null) => {
      const { signal } = new AbortController()
      const params = { personId }
      return language
        ? callRoute('addScorecardReader', { params, body: { language } }, { signal })
        : callRoute('removeScorecardReader', { params }, { signal })
    },
    onSuccess: (mail) => queryClient.setQueryData(apiQuery('getScorecardMail').queryKey, mail),
  })
}
