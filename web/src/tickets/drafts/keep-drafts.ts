import { ProblemError } from '@firstline/contract/client'
import { Draft, joinDrafts } from '@firstline/contract/drafts'
import type { DraftKind } from '@firstline/contract/drafts'
import type { QueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { callRoute } from '#web/api.ts'
import { onOwnWrite, ownKey, ownNames, readOwn, writeOwn } from '#web/ui/own-storage.ts'
import {
  draftOfPlace,
  forgetWritten,
  keepNamed,
  putWritten,
  readWritten,
  renewSendingKey,
  writeDraft,
} from '../conversation/draft.ts'
import type { Written } from '../conversation/draft.ts'
import { listDraft, unlistDraft } from './listed-drafts.ts'
import { changeStanding, forgetStandings, standingOf } from './draft-standing.ts'

/** After the first key that the server does not know of. */
const keepAfterMs = 1_000
/** Of one that could not be kept, until it is tried again; the last from then on. */
const triesAfterMs = [5_000, 10_000, 20_000, 30_000]
/** For so long it is nobody's business that the server is away. */
const saidAfterMs = 60_000
const mostReadings = 3
/** A browser lets no more out of a page that closes. */
const mostAlive = 20_000

/** What the server has, as this browser knows. */
const Kept = Draft.pick({ version: true, text: true, choices: true })
type Kept = z.infer<typeof Kept>
type Place = {
  ticketId: string
  kind: DraftKind
  timer: ReturnType<typeof setTimeout> | undefined
  sending: Promise<void> | undefined
  /** How often something was sent or answered: what was read meanwhile says nothing. */
  turns: number
  failing: { since: number; tries: number } | null
  /** It goes out as a message; unanswered: nobody knows whether it did. */
  saying: 'asked' | 'unanswered' | null
}

const places = new Map<string, Place>()
let queryClient: QueryClient | null = null

/**
 * What is written here is kept on the server about a second later, when the page goes out of sight, and
 * once the network is back; the browser has it at once and never waits. @returns ends it
 */
export function keepDrafts(client: QueryClient): () => void {
  queryClient = client
  const endWrites = onOwnWrite((name) => {
    const draft = draftOfPlace(name)
    if (draft) wrote(draft.ticketId, draft.kind)
  })
  globalThis.addEventListener('online', keepAll)
  globalThis.addEventListener('pagehide', keepAll)
  document.addEventListener('visibilitychange', keepHidden)
  keepAll()
  return () => {
    queryClient = null
    endWrites()
    globalThis.removeEventListener('online', keepAll)
    globalThis.removeEventListener('pagehide', keepAll)
    document.removeEventListener('visibilitychange', keepHidden)
    for (const { timer } of places.values()) clearTimeout(timer)
    places.clear()
    forgetStandings()
  }
}

function keepHidden(): void {
  if (document.visibilityState === 'hidden') keepAll()
}

/** Also what an earlier page could not send any more. */
function keepAll(): void {
  for (const { ticketId, kind } of writtenHere()) void keep(placeAt(ticketId, kind))
}

function writtenHere() {
  const drafts = ownNames().flatMap(
    (name) => draftOfPlace(name.replace('draft.kept.', 'draft.')) ?? [],
  )
  return new Map(drafts.map((draft) => [`${draft.kind} ${draft.ticketId}`, draft])).values()
}

function wrote(ticketId: string, kind: DraftKind): void {
  const place = placeAt(ticketId, kind)
  changeStanding(ticketId, kind, { takenAt: null })
  // one that waits to be tried again is not tried more often for every key
  if (place.timer === undefined) keepSoon(place)
}

function keepSoon(place: Place, afterMs = keepAfterMs): void {
  clearTimeout(place.timer)
  place.timer = setTimeout(() => void keep(place), afterMs)
}

async function keep(place: Place): Promise<void> {
  clearTimeout(place.timer)
  place.timer = undefined
  // goes on when that was answered
  if (place.sending || isUndecided(place) || queryClient === null) return
  if (!isUnkept(place)) return calm(place)
  place.sending = send(place)
  await place.sending
  place.sending = undefined
  if (isOurs(place) && !place.failing && isUnkept(place)) keepSoon(place)
}

async function send(place: Place): Promise<void> {
  const { ticketId, kind } = place
  const whose = ownKey('')
  const [written, kept] = [readWritten(ticketId, kind), readKept(place)]
  place.turns++
  try {
    const draft = await put(place, written, kept)
    place.turns++
    if (ownKey('') !== whose) return
    know(place, draft)
    calm(place)
  } catch (error) {
    place.turns++
    if (ownKey('') === whose) answerRefusal(place, error)
  }
}

/** @returns what the server has now; null: nothing */
async function put(
  { ticketId, kind }: Place,
  written: Written,
  kept: Kept | null,
): Promise<Draft | null> {
  const params = { ticketId, kind }
  if (isEmpty(written)) {
    if (kept) {
      const query = { basedOn: kept.version }
      await callRoute('forgetDraft', { params, query }, { keepalive: true })
    }
    return null
  }
  const body = { ...written, basedOn: kept?.version ?? null }
  const keepalive = JSON.stringify(body).length < mostAlive
  const draft = await callRoute('keepDraft', { params, body }, { keepalive })
  return { ...draft, ...written }
}

function answerRefusal(place: Place, error: unknown): void {
  const problem = error instanceof ProblemError ? error.problem : null
  if (problem?.reason === 'draft.changed' && problem.draft) meet(place, problem.draft)
  else if (problem?.reason === 'draft.gone') meet(place, null)
  else fail(place)
}

function fail(place: Place): void {
  const { since, tries } = place.failing ?? { since: Date.now(), tries: 0 }
  place.failing = { since, tries: tries + 1 }
  keepSoon(place, triesAfterMs[tries] ?? triesAfterMs.at(-1))
  if (Date.now() - since >= saidAfterMs) {
    changeStanding(place.ticketId, place.kind, { isHereOnly: true })
  }
}

function calm(place: Place): void {
  place.failing = null
  changeStanding(place.ticketId, place.kind, { isHereOnly: false })
}

/**
 * Reads what the server has of a ticket, and takes what was written elsewhere. What was sent from here while
 * it was read makes it old: it is read again.
 */
export async function pullDrafts(ticketId: string, signal: AbortSignal) {
  const two = [placeAt(ticketId, 'note'), placeAt(ticketId, 'reply')]
  const standing = () => two.map((place) => `${place.turns} ${readKept(place)?.version}`).join()
  const whose = ownKey('')
  for (let tries = 1; ; tries++) {
    await Promise.all(two.flatMap(({ sending }) => sending ?? []))
    const before = standing()
    const answer = await callRoute('listTicketDrafts', { params: { ticketId } }, { signal })
    if (ownKey('') !== whose || !two.every(isOurs)) return answer
    const isOld = standing() !== before
    // somebody who types on and on is heard when they stop
    if (isOld && tries < mostReadings) continue
    for (const place of isOld ? [] : two) {
      meet(place, answer.items.find(({ kind }) => kind === place.kind) ?? null)
    }
    return answer
  }
}

/** What is here and what the server has come together; nothing of either is lost. */
function meet(place: Place, draft: Draft | null): void {
  const { ticketId, kind } = place
  const [written, kept] = [readWritten(ticketId, kind), readKept(place)]
  // an older answer that came late: versions are in the order of time
  if (draft && kept && draft.version < kept.version) return
  const isKnown = draft?.version === kept?.version
  const isTouched = kept ? !isSame(written, kept) : !isEmpty(written)
  if (isKnown || (draft && isSame(written, draft))) {
    if (!isKnown) know(place, draft)
    changeStanding(ticketId, kind, { other: undefined })
    if (isUnkept(place)) keepSoon(place)
  } else if (!draft && place.saying) {
    know(place, null)
    keepSoon(place)
  } else if (!isTouched || isEmpty(written)) take(place, draft)
  else changeStanding(ticketId, kind, { other: draft })
}

function take(place: Place, draft: Draft | null): void {
  const { ticketId, kind } = place
  if (draft) putWritten(ticketId, kind, draft)
  else forgetWritten(ticketId, kind)
  know(place, draft)
  const { renewals } = standingOf(ticketId, kind)
  const takenAt = draft?.editedAt ?? null
  changeStanding(ticketId, kind, { other: undefined, takenAt, renewals: renewals + 1 })
}

export type Decision = 'mine' | 'other' | 'both'

/** Of two that were written on different devices, what goes on. */
export function decide(ticketId: string, kind: DraftKind, decision: Decision): void {
  const place = placeAt(ticketId, kind)
  const { other, renewals } = standingOf(ticketId, kind)
  if (other === undefined) return
  if (decision === 'other') return take(place, other)
  know(place, other)
  // what the other device sent went out under the old key
  if (other === null) renewSendingKey(ticketId, kind)
  if (other && decision === 'both') {
    writeDraft(ticketId, kind, joinDrafts(readWritten(ticketId, kind).text, other.text))
    for (const personId of other.choices.named) keepNamed(ticketId, personId)
  }
  changeStanding(ticketId, kind, { other: undefined, renewals: renewals + 1 })
  keepSoon(place)
}

/** It is sent from here: that the server has forgotten it then says nothing of other devices. */
export function isBeingSaid(ticketId: string, kind: DraftKind): void {
  placeAt(ticketId, kind).saying = 'asked'
}

/** It was refused; or its answer was lost on the way, and it may have been sent. */
export function wasNotSaid(ticketId: string, kind: DraftKind, error: Error): void {
  const isAnswer = error instanceof ProblemError && error.problem.status >= 400
  placeAt(ticketId, kind).saying = isAnswer && error.problem.status < 500 ? null : 'unanswered'
}

/** It was sent, and the server forgets what it had of it; what it does not, is forgotten after the next second. */
export function wasSaid(ticketId: string, kind: DraftKind, said: string): void {
  const place = placeAt(ticketId, kind)
  const kept = readKept(place)
  // what is answered again is not done again
  const isForgotten = place.saying !== 'unanswered' && !place.sending
  place.saying = null
  changeStanding(ticketId, kind, { other: undefined, takenAt: null })
  if (kept && isForgotten && said.includes(kept.text.trim())) know(place, null)
}

/** Before somebody signs out: what is not kept yet goes now. @returns when it did, or has taken too long */
export async function handOverDrafts(patienceMs = 2_000): Promise<void> {
  const kept = [...writtenHere()].map(async ({ ticketId, kind }) => {
    const place = placeAt(ticketId, kind)
    await place.sending
    await keep(place)
  })
  const patience = new Promise((resolve) => setTimeout(resolve, patienceMs))
  await Promise.race([Promise.allSettled(kept), patience])
}

/** Whoever sits down next finds no word of what the server has. */
export function forgetKeptDrafts(): void {
  for (const { ticketId, kind } of writtenHere()) {
    const place = placeAt(ticketId, kind)
    if (isUnkept(place)) continue
    writeOwn(keptAt(place), '')
    forgetWritten(ticketId, kind)
  }
}

function placeAt(ticketId: string, kind: DraftKind): Place {
  const name = `${kind} ${ticketId}`
  const known = places.get(name)
  if (known) return known
  const place = {
    ticketId,
    kind,
    timer: undefined,
    sending: undefined,
    turns: 0,
    failing: null,
    saying: null,
  }
  places.set(name, place)
  return place
}

/** Not of somebody who has left meanwhile. */
function isOurs(place: Place): boolean {
  return places.get(`${place.kind} ${place.ticketId}`) === place
}

function isUndecided({ ticketId, kind }: Place): boolean {
  return standingOf(ticketId, kind).other !== undefined
}

function isUnkept(place: Place): boolean {
  const written = readWritten(place.ticketId, place.kind)
  const kept = readKept(place)
  return kept ? !isSame(written, kept) : !isEmpty(written)
}

function isEmpty({ text, choices }: Written): boolean {
  return text.trim() === '' && choices.summary.trim() === ''
}

/** The key is no part of what somebody wrote. */
function isSame(one: Written, other: Written): boolean {
  return one.text === other.text && spelled(one) === spelled(other)
}

function spelled({ choices }: Written): string {
  const { recipients, wait, summary, savedReply, named } = choices
  return JSON.stringify([recipients, wait, summary, savedReply?.id, savedReply?.text, named])
}

function keptAt({ ticketId, kind }: Place): string {
  return `draft.kept.${kind}.${ticketId}`
}

function readKept(place: Place): Kept | null {
  const stored = readOwn(keptAt(place))
  if (stored === '') return null
  return Kept.safeParse(parsed(stored)).data ?? null
}

function parsed(stored: string): unknown {
  try {
    return JSON.parse(stored)
  } catch {
    return null // somebody wrote into this browser's storage: then the server is asked
  }
}

function know(place: Place, draft: Draft | null): void {
  const { ticketId, kind } = place
  if (!draft) {
    writeOwn(keptAt(place), '')
    return unlistDraft(queryClient, ticketId, kind)
  }
  const { version, text, choices } = draft
  writeOwn(keptAt(place), JSON.stringify({ version, text, choices } satisfies Kept))
  listDraft(queryClient, ticketId, draft)
}
