import type { Sentence } from '@firstline/contract/sentence'
import { ownWordsFor } from '#web/i18n/said.ts'

type Fault = { message: string; said?: Sentence | undefined }

/** Why a history could not be read, in the reader’s language. */
export function faultText({ message, said }: Fault): string {
  return withoutOptions(ownWordsFor(said, message))
}

/** Options of the command line mean nothing on a page. */
function withoutOptions(text: string): string {
  const [first = ''] = text.split('\n')
  return first.replaceAll(/ ?\(--[^()]*\)/g, '').replaceAll(/[:;,][^:;,]* --[a-z].*$/g, '')
}
