import type { ImportedTicket } from '@firstline/contract/imports'
import { useTranslation } from 'react-i18next'
import type words from '#web/i18n/en/imports.json'
import { dateFormat } from '#web/ui/intl.ts'
import { Badge, Status } from '#web/ui/Status.tsx'

/** The first tickets as the scorecard will see them. */
export function FirstTickets({
  tickets,
  timeZone,
}: {
  tickets: readonly ImportedTicket[]
  timeZone: string
}) {
  const { t, i18n } = useTranslation('imports')
  const time = dateFormat(i18n.language, {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
  return (
    <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
      {tickets.map(({ key, state, escalated, events }) => (
        <li key={key} className="flex flex-col gap-1 px-3 py-2">
          <details>
            <summary className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-mono text-sm">{key}</span>
              <Status meaning={state === 'solved' ? 'held' : 'pending'}>
                {t(`ticket.${state}`)}
              </Status>
              {escalated && <Badge meaning="escalated">{t('ticket.escalated')}</Badge>}
              <span className="ml-auto text-sm text-muted">
                {t('ticket.events', { count: events.length })}
              </span>
            </summary>
            <ol className="mt-2 flex flex-col gap-1 text-sm">
              {events.map((event, index) => (
                <li
                  key={index}
                  className="grid grid-cols-[8.5rem_minmax(0,1fr)] gap-x-3 sm:grid-cols-[8.5rem_10rem_3rem_minmax(0,1fr)]"
                >
                  <time className="text-muted tabular-nums" dateTime={event.at}>
                    {time.format(new Date(event.at))}
                  </time>
                  <span>{t(`event.${wordOf(event.name)}`)}</span>
                  <span className="text-muted max-sm:col-start-2">{event.line}</span>
                  <span className="truncate text-muted max-sm:col-start-2">{event.detail}</span>
                </li>
              ))}
            </ol>
          </details>
        </li>
      ))}
    </ul>
  )
}

type Word = keyof (typeof words)['event']

function wordOf(name: string): Word {
  return name.replace('.', '_') as Word
}
