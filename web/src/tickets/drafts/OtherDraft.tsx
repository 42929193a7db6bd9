import type { Draft, DraftKind } from '@firstline/contract/drafts'
import { MonitorSmartphone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { decide } from './keep-drafts.ts'

type OtherDraftProps = {
  ticketId: string
  kind: DraftKind
  /** Null: it was sent or thrown away there. */
  other: Draft | null
  onDecided: () => void
}

/** The same draft was written on in two places: what the other one says, and which of them goes on. */
export function OtherDraft({ ticketId, kind, other, onDecided }: OtherDraftProps) {
  const { t } = useTranslation('conversation')
  const choose = (decision: Parameters<typeof decide>[2]) => () => {
    decide(ticketId, kind, decision)
    onDecided()
  }
  return (
    <section
      role="alert"
      aria-label={t('draft.met')}
      className="mt-2 flex flex-col gap-2 rounded-md border border-line bg-pending-soft p-3"
    >
      <p className="flex items-center gap-2 font-medium">
        <MonitorSmartphone aria-hidden size={16} className="shrink-0 text-pending" />
        {other ? t('draft.met') : t('draft.gone')}
      </p>
      {other ? (
        <>
          <p className="text-sm text-muted">
            {t('draft.writtenThere')} <RelativeTime at={other.editedAt} />
          </p>
          <p
            dir="auto"
            className="max-h-60 overflow-y-auto border-l-2 border-line pl-2 break-words whitespace-pre-wrap"
          >
            {other.text || other.choices.summary}
          </p>
        </>
      ) : (
        <p className="text-sm text-muted">{t('draft.goneHint')}</p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        {other && <Button onPress={choose('both')}>{t('draft.both')}</Button>}
        <Button onPress={choose('other')}>{other ? t('draft.takeOther') : t('draft.drop')}</Button>
        <Button variant="primary" onPress={choose('mine')}>
          {t('draft.keepMine')}
        </Button>
      </div>
    </section>
  )
}
