/** A runbook's text: a head of YAML between two lines of dashes, then prose. */
export type Parts = { before: string; head: string; after: string; body: string }

const fence = /^---[ \t]*$/

/** Null where the text has no head: then only the source can be edited. */
export function splitText(text: string): Parts | null {
  const lines = text.split('\n')
  if (!fence.test((lines[0] ?? '').replace(/\r$/, ''))) return null
  const end = lines.findIndex((line, index) => index > 0 && fence.test(line.replace(/\r$/, '')))
  if (end === -1) return null
  return {
    before: `${lines[0]}\n`,
    head: lines
      .slice(1, end)
      .map((line) => `${line}\n`)
      .join(''),
    after: lines[end]! + (end === lines.length - 1 ? '' : '\n'),
    body: lines.slice(end + 1).join('\n'),
  }
}

export function joinText({ before, head, after, body }: Parts): string {
  return before + head + after + body
}
