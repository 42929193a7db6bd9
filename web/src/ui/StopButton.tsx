import { Ban, Play } from 'lucide-react'
import { Button } from './Button.tsx'
import type { Failure } from './ErrorState.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'

type StopButtonProps = {
  isStopped: boolean
  /** On the button, and to confirm by; said whole, it is the dialog's title. */
  words: { button: string; confirm: string; title: string; explanation: string }
  /** Several stand on a page: each is known by its title. */
  isOneOfMany: boolean
  isAsked: boolean
  onAsk: (isAsked: boolean) => void
  isPending: boolean
  failure: Failure | undefined
  onConfirm: (reason: string) => void
}

/** Stops what works by itself, or lets it go on; both with a reason on record. */
export function StopButton({ isStopped, words, isOneOfMany, ...asking }: StopButtonProps) {
  const { isAsked, onAsk, isPending, failure, onConfirm } = asking
  return (
    <>
      <Button
        size="small"
        icon={isStopped ? Play : Ban}
        {...(isOneOfMany && { 'aria-label': words.title })}
        onPress={() => onAsk(true)}
      >
        {words.button}
      </Button>
      <ReasonDialog
        title={words.title}
        explanation={words.explanation}
        confirm={words.confirm}
        isOpen={isAsked}
        onOpenChange={onAsk}
        isPending={isPending}
        failure={failure}
        onConfirm={onConfirm}
      />
    </>
  )
}
