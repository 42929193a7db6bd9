import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Progress } from '#web/ui/Progress.tsx'
import { BulkResult } from './BulkResult.tsx'
import { BulkVerbs } from './BulkVerbs.tsx'
import type { Bulk } from './useBulk.ts'
import type { Selection } from './useSelection.ts'

type BulkBarProps = {
  selection: Selection
  bulk: Bulk
}

/** How many tickets are chosen and what can be done to them; then how far it is and what came of it. */
export function BulkBar({ selection, bulk }: BulkBarProps) {
  const { t } = useTranslation('tickets')
  const { work } = bulk
  const count = selection.chosen.length
  const isShown = count > 0 || work !== null || selection.isChoosing
  useHotkeys([
    {
      keys: 'escape',
      label: t('bulk.clear'),
      group: t('queue'),
      isDisabled: !isShown,
      run: leave,
    },
  ])
  return (
    <>
      <p role="status" className="sr-only">
        {count > 0 ? t('bulk.selected', { count }) : ''}
      </p>
      {isShown && (
        <section
          aria-label={t('bulk.title')}
          className="flex shrink-0 flex-col gap-1 border-t border-line px-2 py-1.5"
        >
          {work?.state === 'running' && <Running {...work} />}
          {work?.state === 'done' && (
            <BulkResult outcome={work} {...(count === 0 && { onDismiss: bulk.dismiss })} />
          )}
          {(count > 0 || selection.isChoosing) && work?.state !== 'running' && (
            <>
              <div className="flex items-center gap-2 pl-1.5">
                <span className="flex-1 text-sm font-medium tabular-nums">
                  {count > 0 ? t('bulk.selected', { count }) : t('bulk.choose')}
                </span>
                <IconButton icon={X} label={t('bulk.clear')} shortcut="escape" onPress={leave} />
              </div>
              {count > 0 && <BulkVerbs selection={selection} bulk={bulk} />}
            </>
          )}
        </section>
      )}
    </>
  )

  function leave() {
    selection.clear()
    bulk.dismiss()
  }
}

function Running({ label, done, of }: { label: string; done: number; of: number }) {
  const { t } = useTranslation('tickets')
  const words = t('bulk.progress', { done, of })
  return (
    <div className="flex flex-col gap-1.5 px-1.5 py-1">
      <p className="flex gap-2 text-sm">
        <span className="min-w-0 flex-1 truncate font-medium">{label}</span>
        <span className="shrink-0 text-muted tabular-nums">{words}</span>
      </p>
      <Progress label={label} value={(done / of) * 100} />
    </div>
  )
}
