import type { PreviewedAnswer } from '@firstline/contract/incidents'
import { Link } from '@tanstack/react-router'
import { CircleSlash } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button as AriaButton } from 'react-aria-components'
import { cx } from '#web/ui/cx.ts'
import { Status } from '#web/ui/Status.tsx'

/** Each customer's mail as it will be sent, one at a time; and who gets none, and why. */
export function UpdatePreview({ items }: { items: readonly PreviewedAnswer[] }) {
  const { t } = useTranslation('incidents')
  const answered = items.filter(({ mail }) => mail !== null)
  const leftOut = items.filter(({ mail }) => mail === null)
  const [chosen, setChosen] = useState(answered[0]?.ticketId)
  const shown = answered.find(({ ticketId }) => ticketId === chosen)
  return (
    <div className="flex flex-col gap-4">
      <section aria-labelledby="answered" className="flex flex-col gap-2">
        <h3 id="answered" className="font-semibold">
          {t('update.answered', { count: answered.length })}
        </h3>
        <ul className="flex max-h-40 flex-col overflow-y-auto rounded-md border border-line">
          {answered.map(({ ticketId, number, contact }) => (
            <li key={ticketId}>
              <AriaButton
                aria-pressed={ticketId === chosen}
                onPress={() => setChosen(ticketId)}
                className={cx(
                  'flex min-h-row w-full cursor-default items-center gap-2 px-3 text-left -outline-offset-2',
                  ticketId === chosen ? 'bg-selected font-medium' : 'hover:bg-hover',
                )}
              >
                <span className="text-muted tabular-nums">#{number}</span>
                <bdi className="min-w-0 truncate">{contact}</bdi>
              </AriaButton>
            </li>
          ))}
        </ul>
        {shown?.mail && <Mail mail={shown.mail} number={shown.number} />}
      </section>
      {leftOut.length > 0 && (
        <section aria-labelledby="left-out" className="flex flex-col gap-1">
          <h3 id="left-out" className="font-semibold">
            {t('update.leftOut', { count: leftOut.length })}
          </h3>
          <ul className="flex flex-col">
            {leftOut.map(({ ticketId, number, contact, leftOut: why }) => (
              <li key={ticketId} className="flex flex-wrap items-baseline gap-x-2 py-1 text-sm">
                <Link
                  to="/tickets/$ticketId"
                  params={{ ticketId }}
                  className="text-accent underline underline-offset-2"
                >
                  #{number}
                </Link>
                <bdi className="min-w-0 truncate">{contact}</bdi>
                <Status meaning="pending" icon={CircleSlash}>
                  {t(`update.why.${why ?? 'other'}`)}
                </Status>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Mail({ mail, number }: { mail: NonNullable<PreviewedAnswer['mail']>; number: number }) {
  const { t } = useTranslation('incidents')
  const addresses = (list: typeof mail.to) =>
    list.map(({ name, email }) => (name ? `${name} <${email}>` : email)).join(', ')
  return (
    <article
      aria-label={t('update.mailOf', { number })}
      className="rounded-md border border-line bg-canvas px-3 py-2"
    >
      <dl className="mb-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-sm">
        <dt className="text-muted">{t('update.to')}</dt>
        <dd className="wrap-anywhere">{addresses(mail.to)}</dd>
        {mail.cc.length > 0 && (
          <>
            <dt className="text-muted">{t('update.cc')}</dt>
            <dd className="wrap-anywhere">{addresses(mail.cc)}</dd>
          </>
        )}
        <dt className="text-muted">{t('update.subject')}</dt>
        <dd className="wrap-anywhere">{mail.subject}</dd>
      </dl>
      <p className="whitespace-pre-wrap wrap-anywhere" dir="auto">
        {mail.text.trimEnd()}
      </p>
    </article>
  )
}
