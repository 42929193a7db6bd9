import type { MergePreview } from '@firstline/contract/merging'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'

/** Which stays, what comes to it, and what becomes of the other. */
export function MergePlan({ preview }: { preview: MergePreview }) {
  const { t } = useTranslation('conversation')
  const { goes, stays, messages, notes, people, becomes, incident, endsSnooze } = preview
  const numbers = { goes: goes.number, stays: stays.number }
  const names = people.map(({ name, email }) => name ?? email).join(', ')
  const comes = [
    t('merge.messages', { count: messages }),
    ...(notes > 0 ? [t('merge.notes', { count: notes })] : []),
  ]
  return (
    <div className="flex flex-col gap-3">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
        <dt className="text-muted">{t('merge.stays')}</dt>
        <dd className="font-medium wrap-anywhere">
          <span className="tabular-nums">#{stays.number}</span> <bdi>{stays.subject}</bdi>
        </dd>
        <dt className="text-muted">{t('merge.goes')}</dt>
        <dd className="wrap-anywhere">
          <span className="tabular-nums">#{goes.number}</span> <bdi>{goes.subject}</bdi>
        </dd>
      </dl>
      <ul className="flex list-disc flex-col gap-1 pl-5 text-pretty">
        <li>{t('merge.comes', { ...numbers, what: comes.join(t('merge.and')) })}</li>
        <li>{t('merge.void', numbers)}</li>
        <li>{t('merge.later', numbers)}</li>
        {people.length > 0 && <li>{t('merge.people', { names })}</li>}
        {becomes && <li>{t(`merge.becomes.${becomes}`, numbers)}</li>}
        {preview.problemStartedAt && (
          <li>
            {t('merge.problem')} <RelativeTime at={preview.problemStartedAt} />
          </li>
        )}
        {incident !== null && <li>{t('merge.incident', { ...numbers, title: incident })}</li>}
        {endsSnooze && <li>{t('merge.snooze', numbers)}</li>}
      </ul>
      <p className="text-sm text-muted">{t('merge.undoable')}</p>
    </div>
  )
}
