import type { Undo, Verify } from '#server/actions/compile/action.ts'
import type { Json } from '#server/database/db-types.ts'

/** A run keeps what its action's file said as it began: how it is verified. */
export function verifyOf({ verify }: { verify: Json }): Verify {
  return verify as unknown as Verify
}

/** The same: how it is undone. */
export function undoOf({ undo }: { undo: Json }): Undo {
  return undo as unknown as Undo
}
