import type { Ticket } from '@firstline/contract/tickets'
import { Lock, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TextFieldProps } from 'react-aria-components'
import { useFailure } from '#web/failure.ts'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { cx } from '#web/ui/cx.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { useChange } from '#web/useChange.ts'
import { type DraftKind, useDraft } from './draft.ts'
import { RecipientChoice } from './RecipientChoice.tsx'
import type { ComposerState } from './useComposer.ts'
import { useRecipients } from './useRecipients.ts'
import type { Recipients } from './useRecipients.ts'

type KeyboardEvent = Parameters<NonNullable<TextFieldProps['onKeyDown']>>[0]

interface ComposerProps {
  ticket: Ticket
  composer: ComposerState
}

/** A reply or a note being written; what was typed stays until it is sent. */
export function Composer({ ticket, composer }: ComposerProps) {
  const { kind } = composer
  if (!kind) return null
  return (
    <ComposerForm key={`${ticket.id} ${kind}`} ticket={ticket} composer={composer} kind={kind} />
  )
}

function ComposerForm({ ticket, composer, kind }: ComposerProps & { kind: DraftKind }) {
  const { t } = useTranslation('conversation')
  const failureOf = useFailure()
  const [text, setText] = useDraft(ticket.id, kind)
  const [isWaiting, setWaiting] = useState(false)
  const recipients = useRecipients(ticket)
  const canSend = text.trim() !== '' && (kind === 'note' || recipients.to.length > 0)
  const sending = useSend(ticket.id, kind, () => {
    setText('')
    composer.close()
  })
  return (
    <div className={cx('border-t border-line px-4 pt-2 pb-3', kind === 'note' && 'bg-canvas')}>
      <div className="mb-1 flex min-h-7 items-center gap-2 text-sm text-muted">
        {kind === 'note' && <Lock aria-hidden size={14} />}
        <span className="min-w-0 flex-1 truncate">
          {kind === 'note' ? t('noteToTeam') : t('reply')}
        </span>
        <IconButton icon={X} label={t('closeDraft')} onPress={composer.close} />
      </div>
      {kind === 'reply' && <RecipientChoice ticket={ticket} recipients={recipients} />}
      <TextArea
        label={kind === 'note' ? t('note') : t('reply')}
        isLabelHidden
        rows={4}
        inputRef={composer.input}
        value={text}
        onChange={setText}
        isReadOnly={sending.isPending}
        onKeyDown={answerKeys}
      />
      {sending.error && <ErrorState isCompact failure={failureOf(sending.error)} />}
      <div className="mt-2 flex flex-wrap items-center justify-end gap-x-4 gap-y-2">
        {kind === 'reply' && (
          <Checkbox isSelected={isWaiting} onChange={setWaiting}>
            {t('andWait')}
          </Checkbox>
        )}
        <Button
          variant="primary"
          shortcut="mod+enter"
          isPending={sending.isPending}
          isDisabled={!canSend}
          onPress={send}
        >
          {kind === 'note' ? t('saveNote') : t('send')}
        </Button>
      </div>
    </div>
  )

  function send() {
    if (canSend && !sending.isPending) sending.send(text.trim(), isWaiting, recipients)
  }

  // Here rather than as a page key: what is being written goes before whatever else ⌘↵ would do.
  function answerKeys(event: KeyboardEvent) {
    if (event.key === 'Escape') composer.close()
    else if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) send()
    else return event.continuePropagation()
    event.preventDefault()
  }
}

function useSend(ticketId: string, kind: DraftKind, onDone: () => void) {
  const reply = useChange('replyToTicket', { ticketId, onDone })
  const note = useChange('addNote', { ticketId, onDone })
  const { isPending, error } = kind === 'reply' ? reply : note
  return {
    isPending,
    error,
    send(text: string, wait: boolean, { to, cc, chosen }: Recipients) {
      const params = { ticketId }
      const emails = (list: typeof to) => list.map(({ email }) => email)
      const recipients = chosen ? { recipients: { to: emails(to), cc: emails(cc) } } : {}
      if (kind === 'reply') reply.mutate({ params, body: { text, wait, ...recipients } })
      else note.mutate({ params, body: { text } })
    },
  }
}
