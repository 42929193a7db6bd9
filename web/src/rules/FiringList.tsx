import type { RuleFiring } from '@firstline/contract/rules'
import { Link } from '@tanstack/react-router'
import { ScrollText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Loaded } from '#web/Loaded.tsx'
import { MoreButton } from '#web/MoreButton.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { useRowKeys } from '#web/ui/useRowKeys.ts'
import { useChangeWords } from './useChangeWords.ts'
import { useFirings } from './useRules.ts'

/** What a rule did, and to which ticket, the newest first. */
export function FiringList({ ruleId }: { ruleId: string }) {
  const { t } = useTranslation('rules')
  const list = useFirings(ruleId)
  useRowKeys(
    list.firings.map(({ id }) => id),
    { group: t('did'), next: t('nextFiring'), previous: t('previousFiring') },
  )
  return (
    <Loaded query={list}>
      {() =>
        list.firings.length === 0 ? (
          <EmptyState icon={ScrollText} text={t('didNothing')} />
        ) : (
          <>
            <ul aria-label={t('did')} className="border-t border-line">
              {list.firings.map((firing) => (
                <li key={firing.id} className="border-b border-line">
                  <FiringRow firing={firing} />
                </li>
              ))}
            </ul>
            <MoreButton list={list} className="p-4">
              {t('more')}
            </MoreButton>
          </>
        )
      }
    </Loaded>
  )
}

function FiringRow({ firing }: { firing: RuleFiring }) {
  const { t } = useTranslation('rules')
  const wordsOf = useChangeWords()
  const { id, ticket, at, event, did, left } = firing
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 px-4 py-2 sm:px-6">
      <Link
        to="/tickets/$ticketId"
        params={{ ticketId: ticket.id }}
        data-row={id}
        className="min-w-0 flex-1 basis-60 truncate underline-offset-2 hover:underline pointer-coarse:min-h-11"
      >
        <span className="text-muted tabular-nums">#{ticket.number}</span> {ticket.subject}
      </Link>
      <span className="text-right text-sm text-muted sm:w-24">
        <RelativeTime at={at} />
      </span>
      <div className="basis-full text-sm wrap-anywhere">
        <p>
          <span className="text-muted">{t(`when.${event}`)}:</span>{' '}
          {did.length === 0 ? t('leftAll') : did.map(wordsOf).join(' · ')}
        </p>
        {left.map((change) => (
          <p key={`${change.effect} ${change.to}`} className="text-muted">
            {t('left', { what: wordsOf(change), why: t(`because.${change.because}`) })}
          </p>
        ))}
      </div>
    </div>
  )
}
