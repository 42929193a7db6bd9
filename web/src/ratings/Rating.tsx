import type { RatingPage } from '@firstline/contract/tickets'
import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dateFormat } from '#web/ui/intl.ts'
import { Button } from '#web/ui/Button.tsx'
import { RatingForm } from './RatingForm.tsx'

type RatingProps = {
  token: string
  page: RatingPage
  /** What the link in the mail stands for. */
  suggested: RatingPage['value']
}

export function Rating({ token, page: loaded, suggested }: RatingProps) {
  const { t, i18n } = useTranslation('ratings')
  const [page, setPage] = useState(loaded)
  const [isSent, setSent] = useState(false)
  const day = dateFormat(i18n.language, { dateStyle: 'long' })
  const until = day.format(new Date(page.closesAt))
  return (
    <>
      <h1 className="text-lg font-semibold text-balance">{t('question')}</h1>
      <p className="mt-1 text-pretty text-muted">
        {t('about', {
          subject: page.subject,
          number: page.ticketNumber,
          name: page.resolvedBy,
          date: day.format(new Date(page.resolvedAt)),
        })}
      </p>
      <div className="mt-5">{body()}</div>
    </>
  )

  function body() {
    if (!page.isOpen) {
      return (
        <p className="text-pretty">
          {page.value && `${t('given', { value: t(`value.${page.value}`) })} `}
          {t('closed', { date: until })}
        </p>
      )
    }
    if (isSent && page.value) {
      return (
        <div role="status" className="flex flex-col items-start gap-4">
          <p className="flex items-start gap-2 text-pretty">
            <CircleCheck aria-hidden size={18} className="mt-0.5 shrink-0 text-held" />
            <span>
              <strong className="font-semibold">{t('thanks')}</strong>{' '}
              {t('given', { value: t(`value.${page.value}`) })} {t('canChange', { date: until })}
            </span>
          </p>
          {page.value === 'down' && <p className="text-pretty text-muted">{t('reply')}</p>}
          <Button onPress={() => setSent(false)}>{t('change')}</Button>
        </div>
      )
    }
    return (
      <RatingForm
        token={token}
        page={page}
        suggested={isSent ? page.value : (suggested ?? page.value)}
        until={until}
        onGiven={(next) => {
          setPage(next)
          setSent(true)
        }}
      />
    )
  }
}
