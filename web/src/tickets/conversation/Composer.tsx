import type { Ticket } from '@firstline/contract/tickets'
import { Lock, X } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TextFieldProps } from 'react-aria-components'
import { useFailure } from '#web/failure.ts'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { cx } from '#web/ui/cx.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { writeOwn } from '#web/ui/own-storage.ts'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { useChange } from '#web/useChange.ts'
import { useDraftStanding } from '../drafts/draft-standing.ts'
import { isBeingSaid, wasNotSaid, wasSaid } from '../drafts/keep-drafts.ts'
import { OtherDraft } from '../drafts/OtherDraft.tsx'
import {
  forgetChoices,
  placeOf,
  readSendingKey,
  renewSendingKey,
  useDraft,
  useOwnText,
  usedReplyOf,
} from './draft.ts'
import type { DraftKind } from './draft.ts'
import { Meanwhile } from './Meanwhile.tsx'
import { MissingValues } from './MissingValues.tsx'
import { missingValuesOf } from './missing-values.ts'
import type { MissingValue } from './missing-values.ts'
import { RecipientChoice } from './RecipientChoice.tsx'
import { ReplyOffers, optionIdOf } from './ReplyOffers.tsx'
import type { ComposerState } from './useComposer.ts'
import { useRecipients } from './useRecipients.ts'
import type { Recipients } from './useRecipients.ts'
import { useMentionOffers } from './useMentionOffers.ts'
import { useReplyOffers } from './useReplyOffers.ts'
import { newerOf, useSeen, wasSentOtherwise } from './useSeen.ts'

type KeyboardEvent = Parameters<NonNullable<TextFieldProps['onKeyDown']>>[0]

type ComposerProps = {
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
  const [wait, setWait] = useOwnText(placeOf.wait(ticket.id))
  const isWaiting = wait !== ''
  const recipients = useRecipients(ticket)
  const [isTooEarly, setTooEarly] = useState(false)
  const isEmpty = text.trim() === ''
  const missing = kind === 'reply' ? missingValuesOf(text) : []
  const hasNobody = kind === 'reply' && recipients.to.length === 0
  const standing = useDraftStanding(ticket.id, kind)
  const sending = useSend(ticket.id, kind, isEmpty, () => {
    wasSaid(ticket.id, kind, text.trim())
    setText('')
    if (kind === 'reply') forgetChoices(ticket.id)
    else writeOwn(placeOf.named(ticket.id), '')
    composer.close()
  })
  const offersId = useId()
  const replies = useReplyOffers(ticket, composer.input)
  const people = useMentionOffers(ticket.id, composer.input, kind === 'note')
  const offers = kind === 'reply' ? replies : people.offers
  const isOffering = offers.isOpen && !sending.isPending
  const currentId = isOffering ? optionIdOf(offersId, offers.current) : undefined
  return (
    <div
      className={cx('relative border-t border-line px-4 pt-2 pb-3', kind === 'note' && 'bg-canvas')}
    >
      {isOffering && <ReplyOffers id={offersId} offers={offers} />}
      <div className="mb-1 flex min-h-7 items-center gap-2 text-sm text-muted">
        {kind === 'note' && <Lock aria-hidden size={14} />}
        <span className="min-w-0 flex-1 truncate">
          {kind === 'note' ? t('noteToTeam') : t('reply')}
        </span>
        {standing.takenAt !== null && (
          <span className="min-w-0 truncate text-xs">
            {t('draft.taken')} <RelativeTime at={standing.takenAt} />
          </span>
        )}
        <IconButton icon={X} label={t('closeDraft')} onPress={composer.close} />
      </div>
      {kind === 'reply' && (
        <RecipientChoice
          ticket={ticket}
          recipients={recipients}
          isMissing={isTooEarly && hasNobody}
        />
      )}
      <TextArea
        label={kind === 'note' ? t('note') : t('reply')}
        isLabelHidden
        rows={4}
        inputRef={composer.input}
        value={text}
        onChange={(next) => {
          setText(next)
          offers.look()
        }}
        isReadOnly={sending.isPending}
        errorMessage={isTooEarly ? whatLacks() : undefined}
        onKeyDown={answerKeys}
        onBlur={offers.leave}
        onSelect={offers.look}
        placeholder={kind === 'reply' ? t('saved.hint') : t('mention.hint')}
        aria-autocomplete="list"
        {...(isOffering && { 'aria-controls': offersId })}
        {...(currentId !== undefined && { 'aria-activedescendant': currentId })}
      />
      {standing.isHereOnly && (
        <p role="status" className="mt-1 text-xs text-muted">
          {t('draft.hereOnly')}
        </p>
      )}
      {standing.other !== undefined && (
        <OtherDraft
          ticketId={ticket.id}
          kind={kind}
          other={standing.other}
          onDecided={() => composer.input.current?.focus()}
        />
      )}
      <MissingValues missing={missing} onChoose={select} />
      {sending.newer && (
        <Meanwhile
          newer={sending.newer}
          anyway={kind === 'note' ? t('saveNote') : t('meanwhile.sendAnyway')}
          isPending={sending.isPending}
          onAnyway={() => send(sending.hasRead())}
          onKeep={keepEditing}
        />
      )}
      {sending.error && !sending.newer && (
        <ErrorState isCompact failure={failureOf(sending.error)} />
      )}
      <div className="mt-2 flex flex-wrap items-center justify-end gap-x-4 gap-y-2">
        {kind === 'reply' && (
          <Checkbox isSelected={isWaiting} onChange={(isOn) => setWait(isOn ? 'yes' : '')}>
            {t('andWait')}
          </Checkbox>
        )}
        <Button
          variant="primary"
          shortcut="mod+enter"
          isPending={sending.isPending}
          onPress={() => send()}
        >
          {kind === 'note' ? t('saveNote') : t('send')}
        </Button>
      </div>
    </div>
  )

  function send(seen?: string) {
    if (sending.isPending) return
    const [hole] = missing
    setTooEarly(isEmpty || hasNobody || hole !== undefined)
    if (isEmpty) return composer.input.current?.focus()
    if (hole) return select(hole)
    if (hasNobody) return
    const said = text.trim()
    const mentions = kind === 'note' ? people.mentionsOf(said) : []
    sending.send({ text: said, wait: isWaiting, recipients, mentions, seen })
  }

  function whatLacks(): string | undefined {
    if (isEmpty) return t('nothingWritten')
    const [hole] = missing
    return hole && t('saved.fillIn', { name: hole.name })
  }

  function select({ from, to }: MissingValue) {
    composer.input.current?.focus()
    composer.input.current?.setSelectionRange(from, to)
  }

  function keepEditing() {
    sending.hasRead()
    sending.reset()
    composer.input.current?.focus()
  }

  // Here rather than as a page key: what is being written goes before whatever else ⌘↵ would do.
  function answerKeys(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return event.continuePropagation()
    const isPlain = !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (isOffering && isPlain && offers.answerKey(event.key)) return event.preventDefault()
    if (event.key === 'Escape') composer.close()
    else if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) send()
    else return event.continuePropagation()
    event.preventDefault()
  }
}

type Sending = {
  text: string
  wait: boolean
  recipients: Recipients
  mentions: { personId: string; place: number }[]
  seen?: string | undefined
}

/** Goes out once under the draft's key, and over nothing that its writer has not read. */
function useSend(ticketId: string, kind: DraftKind, isEmpty: boolean, onDone: () => void) {
  const [key, setKey] = useState(() => readSendingKey(ticketId, kind))
  // what another device wrote, or has sent, has a key of its own
  const { renewals } = useDraftStanding(ticketId, kind)
  const [lastRenewals, setLastRenewals] = useState(renewals)
  if (lastRenewals !== renewals) {
    setLastRenewals(renewals)
    setKey(readSendingKey(ticketId, kind))
  }
  // what another tab has sent is no draft any more: what is written next is something else
  const [wasEmpty, setWasEmpty] = useState(isEmpty)
  if (wasEmpty !== isEmpty) {
    setWasEmpty(isEmpty)
    if (isEmpty) setKey(readSendingKey(ticketId, kind))
  }
  const { seen: seenBefore, readAll } = useSeen(ticketId)
  const onRefused = (error: Error) => wasNotSaid(ticketId, kind, error)
  const reply = useChange('replyToTicket', { ticketId, onDone, onRefused })
  const note = useChange('addNote', { ticketId, onDone, onRefused })
  const { isPending, error, reset } = kind === 'reply' ? reply : note
  const newer = newerOf(error)
  return {
    isPending,
    error,
    newer,
    reset,
    hasRead: () => (newer?.length ? readAll(newer) : undefined),
    send({ text, wait, recipients: { to, cc, chosen }, mentions, seen = seenBefore }: Sending) {
      const params = { ticketId }
      const emails = (list: typeof to) => list.map(({ email }) => email)
      const recipients = chosen ? { recipients: { to: emails(to), cc: emails(cc) } } : {}
      const once = { params, key, seen }
      isBeingSaid(ticketId, kind)
      const onError = (refusal: Error) => {
        if (wasSentOtherwise(refusal)) setKey(renewSendingKey(ticketId, kind))
      }
      if (kind === 'reply') {
        const body = { text, wait, ...recipients, ...usedReplyOf(ticketId, text) }
        reply.mutate({ ...once, body }, { onError })
      } else note.mutate({ ...once, body: { text, mentions } }, { onError })
    },
  }
}
