import type { Sentence } from '@firstline/contract/sentence'
import { ownWordsFor } from '#web/i18n/said.ts'

type Fault = { message: string; said?: Sentence | undefined }

/** Why a history could not be read, in the reader’s language: without options of the command line. */
export function faultText({ message, said }: Fault): string {
  const [first = ''] = ownWordsFor(said, message).split('\n')
  return first.replaceAll(/ ?\(--[^()]*\)/g, '').replaceAll(/[:;,][^:;,]* --[a-z].*$/g, '')
}
