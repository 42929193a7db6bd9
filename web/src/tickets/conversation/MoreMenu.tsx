import type { Ticket } from '@firstline/contract/tickets'
import { useNavigate } from '@tanstack/react-router'
import {
  Ban,
  Building2,
  Ellipsis,
  History,
  ListOrdered,
  Merge,
  RotateCcw,
  Undo2,
} from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import type { MenuEntry } from '#web/ui/Menu.tsx'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'
import { aboutState } from '../about-state.ts'
import { closeToast, toast } from '#web/ui/Toast.tsx'
import { useChange } from '#web/useChange.ts'
import { RepeatDialog } from './RepeatDialog.tsx'
import { restoreDraft } from './draft.ts'

type MoreMenuProps = {
  ticket: Ticket
  onChooseAccount: () => void
  onMerge: () => void
}

/** What is needed now and then: taking a resolution back, and tickets that do not count. */
export function MoreMenu({ ticket, onChooseAccount, onMerge }: MoreMenuProps) {
  const { t } = useTranslation('conversation')
  const { t: audit } = useTranslation('audit')
  const navigate = useNavigate()
  const [asked, setAsked] = useState<'reopen' | 'dismiss' | 'repeat' | null>(null)
  const voiding = useVoid(ticket)
  const broken = ticket.resolutions.find(({ standing }) => standing === 'broken')
  const reopen: MenuEntry = {
    id: 'reopen',
    label: t('reopen'),
    icon: RotateCcw,
    onAction: () => setAsked('reopen'),
  }
  const dismiss: MenuEntry = {
    id: 'dismiss',
    label: t('dismissReopen'),
    icon: Undo2,
    onAction: () => setAsked('dismiss'),
  }
  const repeat: MenuEntry = {
    id: 'repeat',
    label: t('repeat.open'),
    icon: History,
    onAction: () => setAsked('repeat'),
  }
  const merge: MenuEntry = {
    id: 'merge',
    label: t('merge.open'),
    icon: Merge,
    onAction: onMerge,
  }
  const account: MenuEntry = {
    id: 'account',
    label: t('chooseAccount'),
    icon: Building2,
    onAction: onChooseAccount,
  }
  const record: MenuEntry = {
    id: 'record',
    label: audit('open'),
    icon: ListOrdered,
    onAction: () =>
      void navigate({ to: '/tickets/$ticketId/audit', params: { ticketId: ticket.id } }),
  }
  const voids = (['spam', 'duplicate', 'withdrawn'] as const).map((reason) => ({
    id: reason,
    label: t(`void.${reason}`),
    icon: Ban,
    onAction: () => voiding(reason),
  }))
  const entries = [
    ...(ticket.state === 'resolved' || (ticket.state === 'void' && !ticket.joinedTo)
      ? [reopen]
      : []),
    ...(broken ? [dismiss] : []),
    ...(ticket.repeatOf || ticket.state === 'void' ? [] : [repeat]),
    ...(ticket.state === 'void' ? [] : [merge]),
    ...(ticket.joinedTo ? [] : [account]),
    record,
  ]
  return (
    <>
      <Menu
        label={t('more')}
        placement="bottom end"
        trigger={<IconButton icon={Ellipsis} label={t('more')} />}
        groups={[
          { id: 'ticket', entries },
          ...(ticket.state === 'void'
            ? []
            : [{ id: 'void', title: t('void.title'), entries: voids }]),
        ]}
      />
      <RepeatDialog ticket={ticket} isOpen={asked === 'repeat'} onClose={() => setAsked(null)} />
      <ReopenDialog ticket={ticket} isOpen={asked === 'reopen'} onClose={() => setAsked(null)} />
      {broken && (
        <DismissDialog
          ticket={ticket}
          resolutionId={broken.id}
          isOpen={asked === 'dismiss'}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}

type AskedProps = {
  ticket: Ticket
  isOpen: boolean
  onClose: () => void
}

export function ReopenDialog({ ticket, isOpen, onClose }: AskedProps) {
  const { t } = useTranslation('conversation')
  const failureOf = useFailure()
  const change = useChange('reopenTicket', {
    ticketId: ticket.id,
    onDone({ takenBack }) {
      if (takenBack) restoreDraft(ticket.id, takenBack)
      closeToast(aboutState(ticket.id))
      onClose()
    },
  })
  return (
    <ReasonDialog
      title={t('reopen')}
      explanation={t('reopenWhy')}
      confirm={t('reopen')}
      isOpen={isOpen}
      onOpenChange={onClose}
      isPending={change.isPending}
      failure={change.error ? failureOf(change.error) : undefined}
      onConfirm={(cause) => change.mutate({ params: { ticketId: ticket.id }, body: { cause } })}
    />
  )
}

function DismissDialog(props: AskedProps & { resolutionId: string }) {
  const { ticket, resolutionId, isOpen, onClose } = props
  const { t } = useTranslation('conversation')
  const failureOf = useFailure()
  const change = useChange('dismissReopen', { ticketId: ticket.id, onDone: onClose })
  return (
    <ReasonDialog
      title={t('dismissReopen')}
      explanation={t('dismissWhy')}
      confirm={t('dismissConfirm')}
      isOpen={isOpen}
      onOpenChange={onClose}
      isPending={change.isPending}
      failure={change.error ? failureOf(change.error) : undefined}
      onConfirm={(reason) =>
        change.mutate({ params: { ticketId: ticket.id }, body: { resolutionId, reason } })
      }
    />
  )
}

function useVoid(ticket: Ticket) {
  const { t } = useTranslation('conversation')
  const failureOf = useFailure()
  const change = useChange('voidTicket', { ticketId: ticket.id })
  const reopen = useChange('reopenTicket', { ticketId: ticket.id })
  return (reason: 'spam' | 'duplicate' | 'withdrawn') =>
    change.mutate(
      { params: { ticketId: ticket.id }, body: { reason } },
      {
        onSuccess: () =>
          toast({
            text: t('voided', { number: ticket.number }),
            about: aboutState(ticket.id),
            undo: takeBack,
          }),
        onError: (error) => toast({ text: failureOf(error).what, meaning: 'broken' }),
      },
    )

  function takeBack() {
    reopen.mutate(
      { params: { ticketId: ticket.id }, body: { cause: t('undoneAtOnce') } },
      { onError: (error) => toast({ text: failureOf(error).what, meaning: 'broken' }) },
    )
  }
}
