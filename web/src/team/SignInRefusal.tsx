import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Countdown } from '#web/ui/Countdown.tsx'
import type { SignInOutcome } from './sign-in.ts'

interface SignInRefusalProps {
  outcome: Exclude<SignInOutcome, { kind: 'signed-in' }>
  /** The time to wait has passed. */
  onAgain: () => void
}

export function SignInRefusal({ outcome, onAgain }: SignInRefusalProps) {
  const { t } = useTranslation('app')
  return (
    <p role="alert" className="flex items-start gap-2 rounded-md bg-broken-soft px-3 py-2">
      <TriangleAlert aria-hidden size={16} className="mt-0.5 shrink-0 text-broken" />
      <span>
        {outcome.kind === 'failed'
          ? t('signIn.failed', { status: outcome.status })
          : t(`signIn.${outcome.kind}`)}
        {outcome.kind === 'limited' && (
          <>
            {' '}
            <Wait
              key={outcome.retryAfterSeconds}
              seconds={outcome.retryAfterSeconds}
              onEnd={onAgain}
            />
          </>
        )}
      </span>
    </p>
  )
}

function Wait({ seconds, onEnd }: { seconds: number; onEnd: () => void }) {
  const [until] = useState(() => new Date(Date.now() + seconds * 1_000))
  return <Countdown until={until} onEnd={onEnd} />
}
