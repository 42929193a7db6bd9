import type { Sentence } from '@firstline/contract/sentence'
import { sentence } from './sentence.ts'

/** The same with the nearest spelling, where there is one. */
export function didYouMean(said: Sentence, meant: string | null | undefined): Sentence {
  return meant ? sentence`${said}; did you mean “${meant}”?` : said
}
