import type { Win } from '@firstline/contract/learning'
import { Award } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { Button } from '#web/ui/Button.tsx'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'
import { NameWin } from './NameWin.tsx'
import { useDecideWin } from './useWins.ts'
import { WinFacts } from './WinFacts.tsx'

export function ProposedWin({ win }: { win: Win }) {
  const { t } = useTranslation('learning')
  const failureOf = useFailure()
  const [asked, setAsked] = useState<'name' | 'decline'>()
  const close = () => setAsked(undefined)
  const decline = useDecideWin('declineWin', close)
  return (
    <article className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 px-4 py-3 sm:px-6">
      <div className="min-w-0 flex-1 basis-96">
        <WinFacts win={win} />
      </div>
      <div className="flex gap-2">
        <Button size="small" icon={Award} onPress={() => setAsked('name')}>
          {t('win.name')}
        </Button>
        <Button size="small" variant="ghost" onPress={() => setAsked('decline')}>
          {t('win.decline')}
        </Button>
      </div>
      <NameWin win={win} isOpen={asked === 'name'} onClose={close} />
      <ReasonDialog
        title={t('win.declineTitle')}
        explanation={t('win.declineWhy')}
        confirm={t('win.declineConfirm')}
        isOpen={asked === 'decline'}
        onOpenChange={close}
        isPending={decline.isPending}
        failure={decline.error ? failureOf(decline.error) : undefined}
        onConfirm={(reason) => decline.mutate({ params: { id: win.id }, body: { reason } })}
      />
    </article>
  )
}
