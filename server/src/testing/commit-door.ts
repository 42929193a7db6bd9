import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { Socket } from 'node:net'
import { socketBefore } from './socket-before.ts'

/** When the database dies, seen from one transaction: all of them are what may happen to a network. */
export const moments = [
  /** All connections are cut, and nothing of it is kept. */
  'before its commit',
  /** All connections are cut, and nobody is told that it was kept. */
  'after its commit',
  /** The same, and nobody comes in until `open()`. */
  'after its commit, and stays away',
  /** Its connection never passes anything again, and neither side is told: as a router forgets one. */
  'forgotten at its commit',
] as const
export type Moment = (typeof moments)[number]

export type CommitDoor = {
  /** The database, through this door. */
  url: string
  /** Breaks once, where a transaction ends that has said such a statement. Resolves when it has. */
  breakAt(statement: RegExp, moment: Moment): Promise<void>
  /** How many were refused since it was shut. */
  refused(): number
  /** All connections are cut, and new ones are refused. */
  shut(): void
  /** The connections there are never pass anything again. */
  forget(): void
  open(): void
  remove(): Promise<void>
}

type Link = {
  front: Socket
  back: Socket
  /** Statements by the names that they were prepared under. */
  named: Map<string, string>
  /** What the transaction under way has said. */
  said: string[]
  isInTransaction: boolean
  /** What the server answers next is heard by nobody. */
  isUnheard: boolean
}
type Wanted = { statement: RegExp; moment: Moment; happened: () => void }

/**
 * A door before a real database that reads what the desk says (PostgreSQL's protocol, version 3), so that
 * a test loses the database at the very commit that it means.
 * @see https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
export async function createCommitDoor(databaseUrl: string): Promise<CommitDoor> {
  const { url, at, behind, remove } = socketBefore(databaseUrl)
  const links = new Set<Link>()
  let wanted: Wanted | null = null
  let isShut = false
  let refused = 0

  function accept(front: Socket): void {
    front.on('error', () => front.destroy())
    if (isShut) {
      refused++
      return void front.destroy()
    }
    const link: Link = {
      front,
      back: connect(behind),
      named: new Map(),
      said: [],
      isInTransaction: false,
      isUnheard: false,
    }
    links.add(link)
    const read = messageReader()
    front.on('data', (chunk: Buffer) => {
      for (const message of read(chunk)) hear(link, message)
    })
    link.back.on('data', (chunk: Buffer) => {
      if (link.isUnheard) cut()
      else front.write(chunk)
    })
    link.back.on('error', () => link.back.destroy())
    front.on('close', () => {
      links.delete(link)
      link.back.destroy()
    })
    link.back.on('close', () => front.destroy())
  }

  function hear(link: Link, message: Message): void {
    if (!endsWanted(link, message)) return void link.back.write(message.bytes)
    const { moment, happened } = wanted as Wanted
    wanted = null
    if (moment === 'before its commit') cut()
    else if (moment === 'forgotten at its commit') pause(link)
    else {
      if (moment === 'after its commit, and stays away') isShut = true
      link.isUnheard = true
      link.back.write(message.bytes)
    }
    happened()
  }

  /** Whether the transaction ends by it, and is the one that is meant. */
  function endsWanted(link: Link, message: Message): boolean {
    const text = textOf(link, message)
    if (text !== null) {
      if (/^\s*(begin|start transaction)\b/i.test(text)) link.isInTransaction = true
      link.said.push(text)
    }
    const word = text?.trim().toLowerCase()
    const isEnd = word === 'commit' || word === 'rollback'
    const isAlone = !link.isInTransaction && (message.type === 'S' || message.type === 'Q')
    if (!isEnd && !isAlone) return false
    const { said } = link
    link.said = []
    link.isInTransaction = false
    if (word === 'rollback') return false
    return wanted !== null && said.some((each) => wanted?.statement.test(each))
  }

  function pause({ front, back }: Link): void {
    front.pause()
    back.pause()
  }

  function cut(): void {
    for (const { front, back } of links) {
      front.destroy()
      back.destroy()
    }
    links.clear()
  }

  const server = createServer(accept)
  server.listen(at)
  await once(server, 'listening')
  return {
    url,
    breakAt(statement, moment) {
      refused = 0
      return new Promise((happened) => {
        wanted = { statement, moment, happened }
      })
    },
    refused: () => refused,
    shut() {
      refused = 0
      isShut = true
      cut()
    },
    forget: () => links.forEach(pause),
    open() {
      isShut = false
    },
    async remove() {
      isShut = true
      const closed = once(server, 'close')
      server.close()
      cut()
      await closed
      remove()
    },
  }
}

type Message = { type: string; bytes: Buffer }

/** The first message has no letter; each says how long it is. */
function messageReader(): (chunk: Buffer) => Message[] {
  let rest = Buffer.alloc(0)
  let isStarted = false
  return (chunk) => {
    rest = Buffer.concat([rest, chunk])
    const whole: Message[] = []
    for (;;) {
      const letters = isStarted ? 1 : 0
      if (rest.length < letters + 4) return whole
      const length = letters + rest.readInt32BE(letters)
      if (rest.length < length) return whole
      const type = isStarted ? rest.toString('latin1', 0, 1) : 'start'
      whole.push({ type, bytes: rest.subarray(0, length) })
      rest = rest.subarray(length)
      isStarted = true
    }
  }
}

/** The statement that it asks: as it is, or by the name that it was prepared under. */
function textOf({ named }: Link, { type, bytes }: Message): string | null {
  if (type === 'Q') return textsIn(bytes)[0] ?? ''
  if (type === 'P') {
    const [name = '', text = ''] = textsIn(bytes)
    named.set(name, text)
  }
  if (type !== 'B') return null
  const [, name = ''] = textsIn(bytes)
  return named.get(name) ?? ''
}

function textsIn(bytes: Buffer): string[] {
  return bytes.toString('utf8', 5).split('\0', 2)
}
