import type { RunbookRun, RunPick } from '@firstline/contract/runbooks'
import { Check, CircleDashed, CircleHelp, Minus, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button as AriaButton } from 'react-aria-components'
import { useFailure } from '#web/failure.ts'
import { CodeText } from '#web/ui/CodeText.tsx'
import { cx } from '#web/ui/cx.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { useSourceColumns } from '#web/accounts/useSourceColumns.ts'
import { useRowWords } from '#web/ui/useRowWords.ts'
import { useChange } from '#web/useChange.ts'
import { revealCard } from './reveal-card.ts'

type PickLineProps = {
  run: RunbookRun
  pick: RunPick
  mayRun: boolean
}

const signs = {
  pending: { icon: CircleDashed, ink: 'text-faint' },
  chosen: { icon: Check, ink: 'text-held' },
  open: { icon: CircleHelp, ink: 'text-accent' },
  empty: { icon: Minus, ink: 'text-muted' },
  failed: { icon: TriangleAlert, ink: 'text-broken' },
} as const

/** The same in every row of an account, or of no help to a person. */
const noise = ['account_id', 'trace_id']

/** Which record the run is about. One candidate chooses itself. */
export function PickLine({ run, pick, mayRun }: PickLineProps) {
  const { t } = useTranslation('runs')
  const failureOf = useFailure()
  const rowWords = useRowWords()
  const columns = useSourceColumns(pick.source)
  const [isChanging, setChanging] = useState(false)
  const choose = useChange('choosePick', {
    ticketId: run.ticketId,
    onDone() {
      setChanging(false)
      revealCard()
    },
  })
  const { icon: Sign, ink } = signs[pick.state]
  const isOffered = mayRun && (pick.state === 'open' || isChanging)
  return (
    <li className="border-b border-line py-1.5 last:border-b-0">
      <div className="flex items-start gap-2">
        <Sign
          aria-label={t(`pickState.${pick.state}`)}
          size={14}
          strokeWidth={2}
          className={cx('mt-0.75 shrink-0', ink)}
        />
        <p className="min-w-0 flex-1">
          {pick.state === 'open' ? t('which', { what: pick.sourceTitle }) : pick.sourceTitle}{' '}
          {pick.value && <CodeText>{pick.value}</CodeText>}
          {pick.state === 'empty' && <span className="text-sm text-muted">{t('noneThere')}</span>}
          {pick.state === 'failed' && <span className="text-sm text-muted">{pick.error}</span>}
        </p>
        {mayRun && pick.state === 'chosen' && pick.candidates.length > 1 && (
          <AriaButton
            onPress={() => setChanging(!isChanging)}
            className="shrink-0 cursor-default rounded-sm px-1 text-xs text-muted hover:text-ink pointer-coarse:min-h-11"
          >
            {t('change')}
          </AriaButton>
        )}
      </div>
      {isOffered && (
        <div className="mt-1 max-h-72 overflow-y-auto pl-5.5">
          <RadioGroup
            label={t('which', { what: pick.sourceTitle })}
            isLabelHidden
            isDisabled={choose.isPending}
            value={pick.value}
            options={pick.candidates.map(({ value, row }) => ({
              id: value,
              label: value,
              description: rowWords(row, [pick.field, ...noise], columns),
            }))}
            onChange={(value) =>
              choose.mutate({
                params: { id: run.id, name: pick.name },
                body: { value, revision: run.revision },
              })
            }
          />
        </div>
      )}
      {choose.error && <ErrorState isCompact failure={failureOf(choose.error)} />}
    </li>
  )
}
