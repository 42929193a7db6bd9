import { ProblemError } from '@firstline/contract/client'
import type { Ticket, TicketSummary } from '@firstline/contract/tickets'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callRoute } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { isAffected } from '#web/live/affected.ts'
import { readAgain } from '#web/read-again.ts'
import { useMeanwhileWords } from '../conversation/useMeanwhileWords.ts'
import { newerOf } from '../conversation/useSeen.ts'
import type { BulkChange, Seen } from './bulk-change.ts'
import { fewAtOnce } from './few-at-once.ts'

const mostAtOnce = 4

/** A ticket, and the last of its events that whoever chose it has seen. */
export type Wanted = { ticket: TicketSummary; seen: string | null }

type Changed = { before: TicketSummary; after: Ticket }

/** One that stayed as it was, and why; with what its chooser has been told of now. */
export type Refused = Wanted & { why: string }

export type BulkOutcome = {
  label: string
  isUndo: boolean
  changed: readonly Changed[]
  /** They were so before. */
  unchanged: number
  refused: readonly Refused[]
  /** Of those that were refused and may go another time. */
  again: (() => void) | null
  undo: (() => void) | null
}

export type BulkWork =
  | { state: 'running'; label: string; done: number; of: number }
  | ({ state: 'done' } & BulkOutcome)

/** Refusals which say that a ticket is as it was asked to be. */
const soAlready = new Set([
  'ticket.assigned-already',
  'ticket.priority-unchanged',
  'ticket.tags-unchanged',
  'ticket.type-unchanged',
  'ticket.snoozed-already',
  'ticket.not-snoozed',
  'ticket.void',
])

/**
 * Changes several tickets, each by a request of its own: what one of them is refused holds no other, and
 * all of them are taken back as one.
 * @param onEnd with those that were not changed
 */
export function useBulk(onEnd: (outcome: BulkOutcome) => void) {
  const { t } = useTranslation('tickets')
  const failureOf = useFailure()
  const meanwhile = useMeanwhileWords()
  const queryClient = useQueryClient()
  const [work, setWork] = useState<BulkWork | null>(null)
  const answers = useRef(new Map<string, Ticket>())
  const end = useRef(onEnd)
  useEffect(() => {
    end.current = onEnd
  })
  return {
    work,
    isRunning: work?.state === 'running',
    run: (change: BulkChange, wanted: readonly Wanted[]) => void run(change, wanted),
    dismiss: () => setWork((now) => (now?.state === 'running' ? now : null)),
  }

  /** @param earlier what was done at the first try: it is taken back together with this */
  async function run(change: BulkChange, wanted: readonly Wanted[], earlier?: BulkOutcome) {
    const changed: Changed[] = [...(earlier?.changed ?? [])]
    const refused: Refused[] = []
    let unchanged = earlier?.unchanged ?? 0
    await each(wanted, change.label, async ({ ticket, seen }) => {
      try {
        // what was told of at the first try stands in no list yet
        const params = { ticketId: ticket.id }
        const before = earlier ? await callRoute('getTicket', { params }) : latest(ticket)
        const after = await change.send(ticket.id, { seen: seen ?? undefined })
        answers.current.set(ticket.id, after)
        changed.push({ before, after })
      } catch (error) {
        if (isSoAlready(error)) unchanged += 1
        else refused.push(refusalOf({ ticket, seen }, error))
      }
    })
    const outcome: BulkOutcome = {
      label: change.label,
      isUndo: false,
      changed,
      unchanged,
      refused,
      again: refused.length > 0 ? () => void run(change, refused, outcome) : null,
      undo: changed.length > 0 ? () => void undo(change, changed) : null,
    }
    finish(outcome)
  }

  async function undo(change: BulkChange, made: readonly Changed[]) {
    const changed: Changed[] = []
    const refused: (Refused & { made?: Changed })[] = []
    const wanted = made.map((one) => ({ ticket: one.after, seen: one.after.lastEvent, made: one }))
    await each(wanted, change.label, async (one) => {
      const { before, after } = one.made
      const back = change.back(before, after)
      if (typeof back === 'string') {
        refused.push({ ticket: one.ticket, seen: one.seen, why: t(`bulk.${back}`) })
        return
      }
      try {
        const params = { ticketId: after.id }
        const now = await callRoute('getTicket', { params })
        if (change.isStill(now, after, before)) {
          const seen: Seen = { seen: one.seen ?? undefined }
          answers.current.set(after.id, await back(seen))
          changed.push({ before: after, after: now })
        } else refused.push({ ticket: now, seen: one.seen, why: t('bulk.newer') })
      } catch (error) {
        const refusal = refusalOf(one, error)
        refused.push({ ...refusal, ...(!newerOf(asError(error)) && { made: one.made }) })
      }
    })
    const missed = refused.flatMap(({ made }) => made ?? [])
    finish({
      label: change.label,
      isUndo: true,
      changed,
      unchanged: 0,
      refused,
      again: missed.length > 0 ? () => void undo(change, missed) : null,
      undo: null,
    })
  }

  async function each<One extends Wanted>(
    wanted: readonly One[],
    label: string,
    send: (one: One) => Promise<void>,
  ) {
    const of = wanted.length
    let done = 0
    setWork({ state: 'running', label, done, of })
    await fewAtOnce(wanted, mostAtOnce, async (one) => {
      await send(one)
      done += 1
      setWork({ state: 'running', label, done, of })
    })
  }

  function finish(outcome: BulkOutcome) {
    const happened = { name: 'ticket.changed', ticketId: null, accountId: null, actorId: null }
    void readAgain(queryClient, {
      predicate: ({ queryKey }) => isAffected(queryKey, happened),
    })
    setWork({ state: 'done', ...outcome })
    end.current(outcome)
  }

  /** As the list shows it, or as the last change of one's own answered, which the list may not show yet. */
  function latest(shown: TicketSummary): TicketSummary {
    const answered = answers.current.get(shown.id)
    if (!answered) return shown
    return Number(answered.lastEvent) >= Number(shown.lastEvent) ? answered : shown
  }

  function refusalOf({ ticket, seen }: Wanted, error: unknown): Refused {
    const newer = newerOf(asError(error))
    const last = newer?.at(-1)
    const why = last ? meanwhile(last) : failureOf(error).what
    return { ticket, seen: last?.id ?? seen, why }
  }
}

function isSoAlready(error: unknown): boolean {
  return error instanceof ProblemError && soAlready.has(error.problem.reason)
}

function asError(error: unknown): Error | null {
  return error instanceof Error ? error : null
}

export type Bulk = ReturnType<typeof useBulk>
