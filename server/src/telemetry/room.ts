import { Unavailable } from '#server/core/errors.ts'

/** What one request has taken of the room. */
export type Share = {
  /** @throws Unavailable `telemetry.busy` when there is no room for so many bytes more */
  take(bytes: number): void
  /** What was taken is free again. */
  leave(): void
}
export type Room = { enter(): Share }

/** Requests that came in and are not stored yet, bounded for the whole process. */
export function createRoom(largestBytes: number): Room {
  let takenBytes = 0
  return {
    enter() {
      let own = 0
      return {
        take(bytes) {
          if (takenBytes + bytes > largestBytes) {
            throw new Unavailable(
              'telemetry.busy',
              'More telemetry is arriving than can be stored; nothing of this was kept, send it again',
              { retryAfterSeconds: 1 },
            )
          }
          own += bytes
          takenBytes += bytes
        },
        leave() {
          takenBytes -= own
          own = 0
        },
      }
    },
  }
}
