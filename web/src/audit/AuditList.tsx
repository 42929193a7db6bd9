import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dateFormat } from '#web/ui/intl.ts'
import { eventWords } from '#web/tickets/conversation/event-words.ts'
import { useTitles } from '#web/tickets/conversation/useTitles.ts'
import { RecordDetails } from '#web/ui/RecordValue.tsx'
import type { AuditEntry } from './entries.ts'

type AuditListProps<E extends AuditEntry> = {
  entries: readonly E[]
  /** What stands under an entry. */
  tools?: (entry: E) => ReactNode
}

/** Grouped by day, each entry with its time to the millisecond, in the reader's time zone. */
export function AuditList<E extends AuditEntry>({ entries, tools }: AuditListProps<E>) {
  const { i18n } = useTranslation()
  const day = dateFormat(i18n.language, { dateStyle: 'full' })
  const days = Map.groupBy(entries, ({ at }) => day.format(new Date(at)))
  return [...days].map(([title, ofDay]) => (
    <section key={title}>
      <h2 className="sticky top-0 border-b border-line bg-surface py-2 text-sm font-medium text-muted">
        {title}
      </h2>
      <ol>
        {ofDay.map((entry) => (
          <li key={entry.id} className="border-b border-line py-3">
            <Entry entry={entry} tools={tools?.(entry)} />
          </li>
        ))}
      </ol>
    </section>
  ))
}

function Entry({ entry, tools }: { entry: AuditEntry; tools: ReactNode }) {
  const { t, i18n } = useTranslation('audit')
  const { name, at, actor, data } = entry
  const time = dateFormat(i18n.language, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    hourCycle: 'h23',
  })
  return (
    <article className="grid gap-x-5 gap-y-1 sm:grid-cols-[6.5rem_minmax(0,1fr)]">
      <time
        dateTime={at}
        title={new Date(at).toISOString()}
        className="font-mono text-sm text-muted"
      >
        {time.format(new Date(at))}
      </time>
      <div className="flex min-w-0 flex-col gap-1.5">
        <p className="flex flex-wrap items-baseline justify-between gap-x-4">
          <Sentence entry={entry} />
          <code className="text-xs text-faint">{name}</code>
        </p>
        <p className="text-sm text-muted">
          {t(`actor.${actor.kind}`)}: {actor.name}
        </p>
        {Object.keys(data).length > 0 && <RecordDetails value={data} />}
        {tools}
      </div>
    </article>
  )
}

function Sentence({ entry }: { entry: AuditEntry }) {
  const { t, i18n } = useTranslation('conversation')
  const { t: audit } = useTranslation('audit')
  const titles = useTitles()
  const { name, actor } = entry
  if (name === 'message.received') return t('by.customer', { name: actor.name })
  if (name === 'message.replied') return t('by.reply', { name: actor.name })
  if (name === 'note.added') return t('by.note', { name: actor.name })
  const known = `event.${name}`
  if (i18n.exists(known, { ns: 'audit' })) return <span>{String(audit(known as never))}</span>
  const words = eventWords(entry, { t, i18n, titles })
  // The name stands beside it anyway.
  return <span>{words.startsWith(name) ? audit('by', { name: actor.name }) : words}</span>
}
