import type { Sentence } from '@firstline/contract/sentence'
import { textOf } from '#server/core/sentence.ts'

/** Why there is no secret to be had; never with what Vault answered, which may hold one. */
export class VaultFault extends Error {
  readonly said: Sentence
  /** Vault itself says that there is none: what was kept of it must not be used any longer. */
  readonly isGone: boolean
  constructor(said: Sentence, { isGone = false }: { isGone?: boolean } = {}) {
    super(textOf(said))
    this.said = said
    this.isGone = isGone
  }
}
