import type { ActionGuard } from '@firstline/contract/actions'
import { Check, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ownWordsFor } from '#web/i18n/said.ts'
import { CodeText } from '#web/ui/CodeText.tsx'
import { cx } from '#web/ui/cx.ts'

/** What is refused first and always; of what is kept, the conditions. Their formulas and the limits on request. */
export function GuardList({ guards }: { guards: readonly ActionGuard[] }) {
  const { t } = useTranslation('actions')
  // that a second person is needed is said where one asks for it
  const refused = guards.filter(({ isPassed, kind }) => !isPassed && kind !== 'approval')
  const passed = guards.filter(({ isPassed, kind }) => isPassed && kind === 'guard')
  const kept = guards.filter(({ isPassed, kind }) => isPassed && kind !== 'guard')
  const formulas = [...refused, ...passed].filter(({ kind, cel }) => kind === 'guard' && cel)
  return (
    <>
      <ul className="flex flex-col gap-1">
        {[...refused, ...passed].map((guard) => (
          <GuardLine key={guard.id} guard={guard} />
        ))}
      </ul>
      {formulas.length > 0 && (
        <details className="mt-1">
          <summary className="w-fit cursor-default rounded-sm text-sm text-muted hover:text-ink">
            {t('formulas')}
          </summary>
          <ul className="mt-1 flex flex-col gap-1 pl-3.5">
            {formulas.map(({ id, cel }) => (
              <li key={id} className="min-w-0">
                <CodeText>{cel}</CodeText>
              </li>
            ))}
          </ul>
        </details>
      )}
      {kept.length > 0 && (
        <details className="mt-1">
          <summary className="w-fit cursor-default rounded-sm text-sm text-muted hover:text-ink">
            {t('limitsKept', { count: kept.length })}
          </summary>
          <ul className="mt-1 flex flex-col gap-1 pl-3.5">
            {kept.map((guard) => (
              <GuardLine key={guard.id} guard={guard} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function GuardLine({ guard }: { guard: ActionGuard }) {
  const { t } = useTranslation('actions')
  const { isPassed, holds, said, cel } = guard
  const say = ownWordsFor(said, guard.say)
  const Sign = isPassed ? Check : X
  return (
    <li className="flex items-start gap-1.5">
      <Sign
        aria-label={isPassed ? t('passed') : t('refused')}
        size={14}
        className={cx('mt-0.75 shrink-0', isPassed ? 'text-held' : 'text-broken')}
      />
      <span className={cx('min-w-0', isPassed && 'text-muted')}>
        {isPassed ? (
          (holds ?? (cel && said === undefined ? <CodeText>{cel}</CodeText> : say))
        ) : (
          <span className="font-medium">{say}</span>
        )}
      </span>
    </li>
  )
}
