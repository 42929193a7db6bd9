import type { Sentence } from '@firstline/contract/sentence'
import { sentence } from '#server/core/sentence.ts'

/** Far more than any file people write; what is read of YAML grows with them. */
const mostEntries = 20_000

/** What may become entries of YAML, without reading it as such: colons, dashes and commas. */
export function countEntries(text: string): number {
  const head = /---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/my.exec(text)
  const yaml = head?.[1] ?? text
  return yaml.match(/:(?=\s)|^[ \t]*-(?=\s)|,|[[{]/gm)?.length ?? 0
}

/** @returns why the text is not read; null where it may be */
export function tooManyEntries(text: string): Sentence | null {
  const entries = countEntries(text)
  if (entries <= mostEntries) return null
  return sentence`It has ${inThousands(entries)} entries; more than ${inThousands(mostEntries)} are not read`
}

function inThousands(count: number): string {
  return count.toLocaleString('en')
}
