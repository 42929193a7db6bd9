import { randomUUID } from 'node:crypto'
import type { ImapMailbox } from '#server/channels/mailboxes-section.ts'
import type { Sources } from '#server/accounts/read-source.ts'
import { createTokens } from '#server/connections/oauth-tokens.ts'
import { later, seconds } from '#server/core/clock.ts'
import { messageOf } from '#server/core/errors.ts'
import type { Desk } from '#server/core/verb.ts'
import { within } from '#server/core/within.ts'
import { MailboxFault } from './mailbox-fault.ts'
import { NotHeld, keepMailbox, leaveMailbox, takeMailbox } from './mailbox-lease.ts'
import type { Lease } from './mailbox-lease.ts'
import { mailboxTimes } from './mailbox-times.ts'
import type { MailboxTimes } from './mailbox-times.ts'
import { noteMailbox } from './note-mailbox.ts'
import type { MailboxNeeds } from './open-mailbox.ts'
import { pause, watchMailbox } from './watch-mailbox.ts'

type Fetching = Desk & { sources: Pick<Sources, 'project'> }
type Options = { env?: NodeJS.ProcessEnv; times?: MailboxTimes }
type Kept = {
  desk: Desk
  mailbox: ImapMailbox
  needs: MailboxNeeds
  times: MailboxTimes
  signal: AbortSignal
}

const longestStop = 5 * seconds

/**
 * Fetches the mailboxes of the project, each by one worker of all that run. One that is declared
 * otherwise, or not any more, is left; it never throws for a server that is away.
 */
export function fetchMailboxes(
  desk: Fetching,
  { env = process.env, times = mailboxTimes }: Options = {},
): { stop(): Promise<void> } {
  const { project } = desk.sources
  const needs = { place: { env, folder: project.folder }, tokens: createTokens() }
  const running = new Map<string, { key: string; stop: AbortController; ended: Promise<void> }>()

  function settle(): void {
    const wanted = new Map(project.current().mailboxes.map((each) => [JSON.stringify(each), each]))
    for (const [declared, { stop }] of running) if (!wanted.has(declared)) stop.abort()
    for (const [declared, mailbox] of wanted) {
      if (running.has(declared)) continue
      const { key } = mailbox
      const before = [...running.values()].filter((each) => each.key === key)
      const stop = new AbortController()
      const ended = Promise.all(before.map((each) => each.ended))
        .then(() => keepFetching({ desk, mailbox, needs, times, signal: stop.signal }))
        .finally(() => running.delete(declared))
      running.set(declared, { key, stop, ended })
    }
  }

  settle()
  const unfollow = project.onChange(settle)
  return {
    async stop() {
      unfollow()
      for (const { stop } of running.values()) stop.abort()
      const ends = [...running.values()].map(({ ended }) => ended)
      await within(longestStop, Promise.all(ends)).catch(() => undefined)
    },
  }
}

async function keepFetching(kept: Kept): Promise<void> {
  const { desk, mailbox, times, signal } = kept
  const lease = { key: mailbox.key, holder: randomUUID() }
  const faults = { count: 0 }
  while (!signal.aborted) {
    const isOurs = await takeMailbox(desk, lease).catch((error: unknown) => {
      desk.log.warn({ mailbox: mailbox.name, err: messageOf(error) }, 'a mailbox is not taken now')
      return false
    })
    if (isOurs) await fetchOrPause(kept, lease, faults)
    else await pause(times.keepMs, signal)
  }
  await leaveMailbox(desk, lease).catch((error: unknown) => {
    desk.log.debug({ err: messageOf(error) }, 'a mailbox was not given back; it is free in a while')
  })
}

async function fetchOrPause(kept: Kept, lease: Lease, faults: { count: number }): Promise<void> {
  const { desk, mailbox, times, signal } = kept
  try {
    await watchMailbox({ ...kept, lease, onFetched: () => void (faults.count = 0) })
  } catch (error) {
    if (signal.aborted || error instanceof NotHeld) return
    const fault = faultOf(error)
    const ms = pauseOf(fault, faults.count++, times)
    const err = fault.detail || messageOf(error)
    desk.log.warn({ mailbox: mailbox.name, fault: fault.code, err }, 'no mail is fetched for now')
    const note = { name: mailbox.name, fault, nextTryAt: later(desk.clock.now(), ms) }
    await noteMailbox(desk, lease, note).catch((reason: unknown) => {
      desk.log.warn({ mailbox: mailbox.name, err: messageOf(reason) }, 'not noted')
    })
    await pauseKeeping(kept, lease, ms)
  }
}

/** Of the mail server; else it is ours, and nothing of it is for the page. */
function faultOf(error: unknown): MailboxFault {
  if (error instanceof MailboxFault) return error
  return new MailboxFault('other', '')
}

function pauseOf({ code }: MailboxFault, before: number, times: MailboxTimes): number {
  const isRefused = code === 'sign-in' || code === 'token' || code === 'secret'
  const { first, most } = isRefused ? times.refusedPauseMs : times.pauseMs
  return Math.min(most, first * 2 ** Math.min(before, 20))
}

/** The mailbox stays ours: another worker would ask the same server the sooner. */
async function pauseKeeping(kept: Kept, lease: Lease, ms: number): Promise<void> {
  const { desk, times, signal } = kept
  const until = performance.now() + ms
  while (!signal.aborted && performance.now() < until) {
    await pause(Math.min(times.keepMs, until - performance.now()), signal)
    const isOurs = await keepMailbox(desk, lease).then(
      () => true,
      () => false,
    )
    if (!isOurs) return
  }
}
