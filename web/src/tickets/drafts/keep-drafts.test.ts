import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { apiQuery } from '#web/api.ts'
import { serveDrafts } from '#web/testing/draft-server.ts'
import { newId } from '#web/testing/factories.ts'
import { belongTo, belongToNobody, readOwn, writeOwn } from '#web/ui/own-storage.ts'
import {
  carryDrafts,
  keepNamed,
  keepUsedReply,
  placeOf,
  readDraft,
  readSendingKey,
  readWritten,
  writeDraft,
} from '../conversation/draft.ts'
import { standingOf } from './draft-standing.ts'
import {
  decide,
  forgetKeptDrafts,
  handOverDrafts,
  isBeingSaid,
  keepDrafts,
  pullDrafts,
  wasNotSaid,
  wasSaid,
} from './keep-drafts.ts'

let ticketId: string
let client: QueryClient
let end: () => void

beforeEach(() => {
  vi.useFakeTimers()
  belongTo('ada')
  ticketId = newId()
  client = new QueryClient()
  client.setQueryData(apiQuery('listDrafts').queryKey, { items: [] })
})

afterEach(() => {
  end()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

function start(server = serveDrafts(ticketId)) {
  end = keepDrafts(client)
  return server
}

const pull = () => pullDrafts(ticketId, new AbortController().signal)
const soon = (ms = 1_000) => vi.advanceTimersByTimeAsync(ms)
const write = (text: string) => writeDraft(ticketId, 'reply', text)
const standing = () => standingOf(ticketId, 'reply')
const here = () => readDraft(ticketId, 'reply')
const there = ({ drafts }: ReturnType<typeof serveDrafts>) => drafts.get('reply')?.text
const versionHere = (): string => JSON.parse(readOwn(`draft.kept.reply.${ticketId}`)).version
const listed = () => client.getQueryData(apiQuery('listDrafts').queryKey)?.items

test('what is typed is kept a second after the first key, and once a second while keys come', async () => {
  const server = start()
  for (const text of ['W', 'We', 'We ', 'We l']) {
    write(text)
    await soon(300)
  }
  expect(server.kept.map(({ text }) => text)).toEqual(['We l'])
  write('We look')
  await soon()
  await soon(60_000)
  expect(server.kept.map(({ text }) => text)).toEqual(['We l', 'We look'])
  expect(listed()).toMatchObject([{ ticketId, kind: 'reply', words: 'We look' }])
})

test('with all that belongs to it, and a note apart', async () => {
  const server = start()
  const [saved, bo] = [newId(), newId()]
  write('We look')
  writeOwn(placeOf.recipients(ticketId), '-')
  writeOwn(placeOf.wait(ticketId), 'yes')
  writeOwn(placeOf.summary(ticketId), 'Requeued')
  keepUsedReply(ticketId, saved, 'We look\ninto it')
  const sendingKey = readSendingKey(ticketId, 'reply')
  writeDraft(ticketId, 'note', 'Ask @Bo')
  keepNamed(ticketId, bo)
  await soon()
  expect(server.drafts.get('reply')?.choices).toEqual({
    recipients: [],
    wait: true,
    summary: 'Requeued',
    savedReply: { id: saved, text: 'We look\ninto it' },
    named: [],
    sendingKey,
  })
  expect(server.drafts.get('note')).toMatchObject({ text: 'Ask @Bo', choices: { named: [bo] } })
})

test('a page that goes out of sight keeps it at once, and the request outlives it', async () => {
  const server = start()
  write('We look')
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
  await soon(0)
  expect(server.kept).toEqual([{ text: 'We look', keepalive: true }])
})

test('what an earlier page could not send is kept by the next one', async () => {
  write('We look')
  const server = start()
  await soon(0)
  expect(there(server)).toBe('We look')
})

test('a server that is away is asked again, said after a minute, and told as soon as the network is back', async () => {
  const server = start()
  server.isAway = true
  write('We look')
  await soon(59_000)
  expect(standing().isHereOnly).toBe(false)
  write('We look into it')
  await soon(60_000)
  expect(standing().isHereOnly).toBe(true)
  expect(here()).toBe('We look into it')
  server.isAway = false
  globalThis.dispatchEvent(new Event('online'))
  await soon(0)
  expect(there(server)).toBe('We look into it')
  expect(standing().isHereOnly).toBe(false)
})

test('emptied here, it is forgotten there', async () => {
  const server = start()
  write('We look')
  await soon()
  write('')
  await soon()
  expect(there(server)).toBeUndefined()
  expect(listed()).toEqual([])
})

test('what was sent is forgotten with it; what was typed in the last second, a second later', async () => {
  const server = start()
  write('We look')
  await soon()
  wasSaid(ticketId, 'reply', 'We look')
  server.drafts.delete('reply') // as sending does
  write('')
  await soon()
  expect(server.asked.filter((call) => call.startsWith('DELETE'))).toEqual([])
  write('We loko')
  await soon()
  wasSaid(ticketId, 'reply', 'We look')
  write('')
  await soon()
  expect(there(server)).toBeUndefined()
})

test('sent by a request whose answer was lost, it stays until that is asked again, and is gone then', async () => {
  const server = start()
  write('We look')
  await soon()
  isBeingSaid(ticketId, 'reply')
  server.drafts.clear() // as sending does
  wasNotSaid(ticketId, 'reply', new TypeError('Failed to fetch'))
  await pull()
  expect(here()).toBe('We look')
  expect(standing().other).toBeUndefined()
  await soon()
  wasSaid(ticketId, 'reply', 'We look')
  write('')
  await soon()
  expect(there(server)).toBeUndefined()
})

test('what another device wrote is taken where nothing was written here, and it is said once', async () => {
  const server = start()
  const saved = newId()
  const choices = {
    recipients: ['dana@northwind.test'],
    wait: true,
    summary: 'Requeued',
    savedReply: { id: saved, text: 'We look' },
    sendingKey: 'one-key',
  }
  server.write({ text: 'We look', choices })
  await pull()
  expect(readWritten(ticketId, 'reply')).toEqual({
    text: 'We look',
    choices: { ...choices, named: [] },
  })
  expect(readSendingKey(ticketId, 'reply')).toBe('one-key')
  expect(standing().takenAt).toBe('2026-03-02T12:00:00Z')
  await soon()
  expect(server.kept).toEqual([])
  write('We look now')
  expect(standing().takenAt).toBeNull()
  await soon()
  expect(there(server)).toBe('We look now')
})

test('written on there, it is taken here, where all was kept', async () => {
  const server = start()
  write('We look')
  await soon()
  server.write({ text: 'We look now' })
  await pull()
  expect(here()).toBe('We look now')
})

test('sent or thrown away there, it is no draft here any more', async () => {
  const server = start()
  write('We look')
  await soon()
  server.drafts.delete('reply')
  await pull()
  expect(here()).toBe('')
  await soon()
  expect(server.kept).toHaveLength(1)
})

test.each([
  ['mine', 'We look here', 'We look here'],
  ['other', 'We look there', 'We look there'],
  ['both', 'We look here\n\nWe look there\n', 'We look here\n\nWe look there\n'],
] as const)('written on in both places, nothing is lost: %s', async (decision, mine, kept) => {
  const server = start()
  write('We look')
  await soon()
  const before = readSendingKey(ticketId, 'reply')
  server.write({ text: 'We look there', choices: { sendingKey: 'of-the-other' } })
  write('We look here')
  await soon()
  expect([here(), there(server)]).toEqual(['We look here', 'We look there'])
  expect(standing().other).toMatchObject({ text: 'We look there' })
  // while nobody has decided, the server is not asked again
  const asked = server.asked.length
  write('We look here')
  await soon()
  expect(server.asked).toHaveLength(asked)
  expect(there(server)).toBe('We look there')
  decide(ticketId, 'reply', decision)
  await soon()
  expect([here(), there(server)]).toEqual([mine, kept])
  expect(standing().other).toBeUndefined()
  const key = decision === 'other' ? 'of-the-other' : before
  expect(readSendingKey(ticketId, 'reply')).toBe(key)
})

test('written on here while it was sent there, it stays, and goes out under another key', async () => {
  const server = start()
  write('We look')
  await soon()
  const before = readSendingKey(ticketId, 'reply')
  server.drafts.delete('reply')
  write('We look, and more')
  await soon()
  expect(standing().other).toBeNull()
  decide(ticketId, 'reply', 'mine')
  await soon()
  expect(there(server)).toBe('We look, and more')
  expect(readSendingKey(ticketId, 'reply')).not.toBe(before)
})

test('an answer that was on its way while something was kept says nothing', async () => {
  const server = start()
  const late = Promise.withResolvers<void>()
  const { fetch } = globalThis
  let isFirst = true
  vi.stubGlobal('fetch', async (path: string, request: RequestInit = {}) => {
    const isLate = request.method === 'GET' && isFirst
    if (isLate) isFirst = false
    const answer = await fetch(path, request)
    if (isLate) await late.promise
    return answer
  })
  write('We')
  await soon()
  server.drafts.clear()
  const pulled = pull()
  await soon(0)
  write('We look')
  server.write({ text: 'We', version: versionHere() })
  await soon()
  late.resolve()
  await pulled
  expect([here(), there(server)]).toEqual(['We look', 'We look'])
  expect(standing().other).toBeUndefined()
})

test('merged, what was begun on both is there once', async () => {
  const into = newId()
  const server = start(serveDrafts(into))
  writeDraft(into, 'reply', 'First')
  await soon()
  write('And this')
  // as the server does it
  server.write({ text: 'First\n\nAnd this\n' })
  carryDrafts(ticketId, into)
  await pullDrafts(into, new AbortController().signal)
  await soon()
  expect(readDraft(into, 'reply')).toBe('First\n\nAnd this\n')
  expect(standingOf(into, 'reply').other).toBeUndefined()
  expect(here()).toBe('')
})

test('signing out leaves no word of what the server has, and all that it has not', async () => {
  const server = start()
  write('We look')
  writeOwn(placeOf.summary(ticketId), 'Requeued')
  readSendingKey(ticketId, 'reply')
  await handOverDrafts()
  server.isAway = true
  writeDraft(ticketId, 'note', 'Not there yet')
  const handing = handOverDrafts()
  await soon(0)
  await handing
  forgetKeptDrafts()
  belongToNobody()
  const left = JSON.stringify(Object.entries(localStorage))
  expect(left).not.toContain('We look')
  expect(left).not.toContain('Requeued')
  expect(left).toContain('Not there yet')
  belongTo('ada')
  expect(here()).toBe('')
  server.isAway = false
  await pull()
  expect(here()).toBe('We look')
})

test('who leaves while a draft is on its way takes nothing of it to the next person', async () => {
  const server = start()
  server.write({ text: 'Ada’s own' })
  const pulled = pull()
  belongToNobody()
  belongTo('emil')
  await pulled
  expect(here()).toBe('')
})
