import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Countdown } from '#web/ui/Countdown.tsx'
import type { SignInOutcome } from './sign-in.ts'

export type Refused = Exclude<SignInOutcome, { kind: 'signed-in' | 'code' }>

type SignInRefusalProps = {
  outcome: Refused
  /** The time to wait has passed. */
  onAgain: () => void
}

export function SignInRefusal({ outcome, onAgain }: SignInRefusalProps) {
  return (
    <RefusalNote>
      <Reason outcome={outcome} />
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
    </RefusalNote>
  )
}

export function RefusalNote({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className="flex items-start gap-2 rounded-md bg-broken-soft px-3 py-2">
      <TriangleAlert aria-hidden size={16} className="mt-0.5 shrink-0 text-broken" />
      <span>{children}</span>
    </p>
  )
}

function Reason({ outcome }: { outcome: Refused }) {
  const { t } = useTranslation('app')
  const { t: more } = useTranslation('signIn')
  if (outcome.kind === 'failed') return t('signIn.failed', { status: outcome.status })
  if (outcome.kind === 'disabled' || outcome.kind === 'passwordOff') return more(outcome.kind)
  return t(`signIn.${outcome.kind}`)
}

function Wait({ seconds, onEnd }: { seconds: number; onEnd: () => void }) {
  const [until] = useState(() => new Date(Date.now() + seconds * 1_000))
  return <Countdown until={until} onEnd={onEnd} />
}
