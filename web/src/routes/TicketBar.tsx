import { ArrowUpRight, CircleCheck, NotebookPen, Reply, RotateCcw } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Toolbar } from 'react-aria-components'
import { useActionRuns } from '#web/actions/useActionRuns.ts'
import { useMay } from '#web/team/useMe.ts'
import { SnoozeMenu } from '#web/tickets/conversation/SnoozeMenu.tsx'
import { Button } from '#web/ui/Button.tsx'
import { cx } from '#web/ui/cx.ts'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { useMedia } from '#web/ui/useMedia.ts'
import type { TicketWork } from './useTicketWork.ts'

/** Where a ticket goes on: what one does, with their keys. */
export function TicketBar({ work }: { work: TicketWork }) {
  const { t } = useTranslation('conversation')
  const { ticket, isOpen, composer, ask } = work
  const mayWrite = useMay('ticket:write')
  const canReply =
    mayWrite && (ticket.contact !== null || ticket.outside !== null) && ticket.state !== 'void'
  const canEscalate = useMay('escalation:open') && isOpen && !ticket.escalatedAt
  const canResolve = useMay('ticket:resolve') && isOpen
  const running = useActionRuns(ticket.id)
    .filter(({ state }) => state === 'intended' || state === 'verifying')
    .map(({ id, action }) => ({ id, title: action.title }))
  const group = t('ticket')
  // On a phone the words fit beside each other, with their signs they do not.
  const hasSigns = useMedia('(min-width: 40rem)')
  const sign = (icon: LucideIcon) => hasSigns && { icon }
  const escalate = () => ask({ kind: 'escalate' })
  const resolve = () => ask({ kind: 'resolve' })
  useHotkeys([
    {
      keys: 'r',
      label: t('reply'),
      group,
      isDisabled: !canReply,
      run: () => composer.open('reply'),
    },
    { keys: 'n', label: t('note'), group, isDisabled: !mayWrite, run: () => composer.open('note') },
    { keys: 'e', label: t('escalate'), group, isDisabled: !canEscalate, run: escalate },
    { keys: 'shift+enter', label: t('resolve'), group, isDisabled: !canResolve, run: resolve },
  ])
  if (!mayWrite) return null
  return (
    <Toolbar
      aria-label={t('ticket')}
      className="flex flex-wrap items-center gap-2 border-t border-line px-4 py-2 max-sm:gap-1 max-sm:px-2"
    >
      <span className={together}>
        {canReply && (
          <Button {...sign(Reply)} shortcut="r" onPress={() => composer.open('reply')}>
            {t('reply')}
          </Button>
        )}
        <Button {...sign(NotebookPen)} shortcut="n" onPress={() => composer.open('note')}>
          {t('note')}
        </Button>
      </span>
      <span className={cx(together, 'flex-1 justify-end')}>
        {isOpen && <SnoozeMenu ticket={ticket} runs={running} />}
        {canEscalate && (
          <Button {...sign(ArrowUpRight)} shortcut="e" onPress={escalate}>
            {t('escalate')}
          </Button>
        )}
        {canResolve && (
          <Button {...sign(CircleCheck)} shortcut="shift+enter" onPress={resolve}>
            {t('resolve')}
          </Button>
        )}
        {ticket.state === 'resolved' && (
          <Button {...sign(RotateCcw)} onPress={() => ask({ kind: 'reopen' })}>
            {t('reopen')}
          </Button>
        )}
      </span>
    </Toolbar>
  )
}

/** Where the line is too short, all of them go to the next. */
const together = 'flex items-center gap-2 max-sm:gap-1'
