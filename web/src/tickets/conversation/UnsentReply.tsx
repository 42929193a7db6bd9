import type { Message } from '@firstline/contract/tickets'
import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { useMe } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { Countdown } from '#web/ui/Countdown.tsx'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { Status } from '#web/ui/Status.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { useChange } from '#web/useChange.ts'
import { restoreDraft } from './draft.ts'

type UnsentReplyProps = {
  message: Message
  /** When its mail leaves. */
  until: string
  ticketId: string
}

/**
 * A reply whose mail is held for a moment: its writer can take it back and goes on writing it. As long as the
 * desk has not said that it left, it may be asked; this browser's clock decides nothing.
 */
export function UnsentReply({ message, until, ticketId }: UnsentReplyProps) {
  const { t } = useTranslation('conversation')
  const failureOf = useFailure()
  const isOwn = useMe().id === message.author.id
  const change = useChange('takeBackReply', {
    ticketId,
    onDone(takenBack) {
      restoreDraft(ticketId, takenBack)
      toast({ text: t('unsent.tookBack') })
    },
  })
  useHotkeys([
    {
      keys: 'z',
      label: t('unsent.takeBackKey'),
      group: t('ticket'),
      isDisabled: !isOwn,
      run: takeBack,
    },
  ])
  if (!isOwn) return <Status meaning="pending">{t('delivery.queued')}</Status>
  return (
    <span className="flex flex-wrap items-center justify-end gap-x-2">
      <span>
        {t('unsent.leaves')} <Countdown until={until} />
      </span>
      <Button
        size="small"
        icon={Undo2}
        shortcut="z"
        isPending={change.isPending}
        onPress={takeBack}
      >
        {t('unsent.takeBack')}
      </Button>
    </span>
  )

  function takeBack() {
    if (change.isPending) return
    change.mutate(
      { params: { messageId: message.id } },
      { onError: (error) => toast({ text: failureOf(error).what, meaning: 'broken' }) },
    )
  }
}
