import { patience } from '#server/connections/patience.ts'

/** On a busy machine a system of the tests answers late; one that hangs is told so by its test. */
Object.assign(patience, { toConnect: 60_000, toRead: 60_000 })
