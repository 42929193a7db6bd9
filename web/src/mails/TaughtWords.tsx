import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { Loaded } from '#web/Loaded.tsx'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Quoted } from '#web/ui/Quoted.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { useChangeWithToast } from '#web/useChangeWithToast.ts'
import { DecisionLine } from './DecisionLine.tsx'
import { TicketLink } from './TicketLink.tsx'

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
                <DecisionLine
                  key={id}
                  tools={
                    <>
                      {ticketId && <TicketLink ticketId={ticketId} />}
                      {mayWrite && <ForgetButton phraseId={id} />}
                    </>
                  }
                >
                  <p dir="auto" className="wrap-anywhere">
                    <Quoted text={phrase} />
                  </p>
                  <p className="text-sm text-muted">
                    {t(`meaning.${meaning}`)} · {taughtBy.name} · <RelativeTime at={taughtAt} />
                  </p>
                </DecisionLine>
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
  const { isPending, change } = useChangeWithToast('forgetPhrase', { event: 'phrase.forgotten' })
  return (
    <Button size="small" isPending={isPending} onPress={() => change({ params: { phraseId } })}>
      {t('forget')}
    </Button>
  )
}
