import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { Loaded } from '#web/Loaded.tsx'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { useChange } from '#web/useChange.ts'

/** Words that agents have taught, each with the click that lets the rules decide again. */
export function TaughtWords() {
  const { t } = useTranslation('mails')
  const phrases = useQuery(apiQuery('listLearnedPhrases'))
  const mayWrite = useMay('ticket:write')
  return (
    <section aria-label={t('state.taught')} className="px-4 pb-8 sm:px-6">
      <Loaded query={phrases}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState text={t('none.taught')} />
          ) : (
            <ul className="divide-y divide-line border-y border-line">
              {items.map(({ id, phrase, meaning, taughtAt, taughtBy, ticketId }) => (
                <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
                  <div className="min-w-0 flex-1 basis-64">
                    <p className="wrap-anywhere">“{phrase}”</p>
                    <p className="text-sm text-muted">
                      {t(`meaning.${meaning}`)} · {taughtBy.name} · <RelativeTime at={taughtAt} />
                    </p>
                  </div>
                  {ticketId && (
                    <Link
                      to="/tickets/$ticketId"
                      params={{ ticketId }}
                      className="text-sm text-accent underline underline-offset-2"
                    >
                      {t('toTicket')}
                    </Link>
                  )}
                  {mayWrite && <ForgetButton phraseId={id} />}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}

function ForgetButton({ phraseId }: { phraseId: string }) {
  const { t } = useTranslation('mails')
  const failureOf = useFailure()
  const change = useChange('forgetPhrase', { event: 'phrase.forgotten' })
  return (
    <Button
      size="small"
      isPending={change.isPending}
      onPress={() =>
        change.mutate(
          { params: { phraseId } },
          { onError: (error) => toast({ text: failureOf(error).what, meaning: 'broken' }) },
        )
      }
    >
      {t('forget')}
    </Button>
  )
}
