/** What a bounce tells of a mail of ours. */
export type Bounce = {
  /** Ids of messages it may be about: ours are UUIDs before the @. */
  messages: string[]
  isPermanent: boolean
  detail: string
}

const longestReport = 256 * 1024

/** Read from the text of the report, as its parts differ from server to server. */
export function readBounce(raw: Buffer): Bounce {
  const text = raw.subarray(0, longestReport).toString('latin1')
  const ids = text.matchAll(/<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^>\s]{1,255}>/gi)
  const status = /^Status:[ \t]*([245]\.\d{1,3}\.\d{1,3})/im.exec(text)?.[1]
  const action = /^Action:[ \t]*(\w+)/im.exec(text)?.[1]?.toLowerCase()
  const diagnostic = /^Diagnostic-Code:[ \t]*(?:smtp;)?([^\r\n]{1,300})/im.exec(text)?.[1]
  return {
    messages: [...new Set(Array.from(ids, ([, id]) => id!.toLowerCase()))].slice(0, 20),
    isPermanent: status?.startsWith('5') ?? action === 'failed',
    detail: diagnostic?.trim() || (status ? `status ${status}` : 'without a reason'),
  }
}
