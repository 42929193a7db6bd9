import { minutes, seconds } from '#server/core/clock.ts'

/** In milliseconds. */
export type MailboxTimes = {
  /** To connect, and to be greeted. */
  connectMs: number
  /** Of silence in which an answer is due: longer than what lies between two looks. */
  silentMs: number
  /**
   * Between two looks, also where the server says what comes: nobody stands on that alone, and a
   * connection on which nothing is said for longer is taken for a dead one.
   */
  lookMs: number
  /** Between two signs of work, and two tries to take a mailbox that another worker holds. */
  keepMs: number
  /** Before the next try, doubled each time. */
  pauseMs: { first: number; most: number }
  /** After a refused sign-in: who asks often is locked out. */
  refusedPauseMs: { first: number; most: number }
}

export const mailboxTimes: MailboxTimes = {
  connectMs: 30 * seconds,
  silentMs: 90 * seconds,
  lookMs: minutes,
  keepMs: 15 * seconds,
  pauseMs: { first: 5 * seconds, most: 5 * minutes },
  refusedPauseMs: { first: minutes, most: 30 * minutes },
}
