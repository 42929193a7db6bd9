import { Unauthenticated } from '#server/core/problem.ts'

export function keyUnknown(): Unauthenticated {
  return new Unauthenticated('This key is not known or was revoked', 'key.unknown')
}

export function keyExpired(at: Date): Unauthenticated {
  const day = at.toISOString().slice(0, 10)
  return new Unauthenticated(
    `This key ended on ${day}; somebody has to make a new one`,
    'key.expired',
  )
}

export function keyAsleep(): Unauthenticated {
  return new Unauthenticated(
    'This key sleeps, as nobody answers for it any more; it can be handed to somebody on the Team page',
    'key.asleep',
  )
}
