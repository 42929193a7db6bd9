import type { Win } from '@firstline/contract/learning'
import { MessageSquare } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Status } from '#web/ui/Status.tsx'
import type { Meaning } from '#web/ui/Status.tsx'
import { WinFacts } from './WinFacts.tsx'

export function NamedWin({ win }: { win: Win }) {
  const { t } = useTranslation('learning')
  const { name, story, decided } = win
  return (
    <article className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2 px-4 py-4 sm:px-6">
      <div className="flex min-w-0 flex-1 basis-96 flex-col gap-1">
        <h3 dir="auto" className="text-md font-semibold text-pretty wrap-anywhere">
          {name}
        </h3>
        {story && (
          <p dir="auto" className="max-w-[72ch] text-pretty wrap-anywhere">
            {story}
          </p>
        )}
        <WinFacts win={win} />
      </div>
      <div className="flex flex-col items-start gap-0.5 text-sm text-muted sm:items-end">
        <Status meaning="held">{t('win.held')}</Status>
        {decided && <span>{t('win.namedBy', { name: decided.by.name })}</span>}
        <Telling win={win} />
      </div>
    </article>
  )
}

const meanings: Record<Exclude<Win['chat'], 'none'>, Meaning> = {
  waiting: 'pending',
  sent: 'neutral',
  failed: 'broken',
}

/** Whether the chat has heard of it; what it answered where it has not. */
function Telling({ win: { chat, chatError } }: { win: Win }) {
  const { t } = useTranslation('learning')
  if (chat === 'none') return null
  return (
    <>
      <Status meaning={meanings[chat]} {...(chat === 'sent' && { icon: MessageSquare })}>
        {t(`win.chat.${chat}`)}
      </Status>
      {chat === 'failed' && chatError && (
        <span className="max-w-80 text-pretty wrap-anywhere sm:text-right">{chatError}</span>
      )}
    </>
  )
}
