import { seconds } from '#server/core/clock.ts'

/**
 * How long the customer's system has where no file says otherwise, in milliseconds. The tests have
 * more: theirs answers late when the machine is busy, and then something else would be seen.
 */
export const patience = { toConnect: 3 * seconds, toRead: 3 * seconds }
