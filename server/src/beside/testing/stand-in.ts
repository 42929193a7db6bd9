import { Conflict } from '#server/core/errors.ts'
import type {
  OutsideDesk,
  OutsideEntry,
  OutsidePerson,
  OutsideStanding,
  OutsideTicket,
  Writing,
} from '#server/beside/port.ts'
import type { Hands } from './conformance.ts'

type Kept = {
  subject: string
  at: Date
  version: number
  entries: OutsideEntry[]
  status: string
  isElsewhere: boolean
}

const people = {
  customer: { name: 'Carl Customer', email: 'carl@shop.example', isStaff: false },
  other: { name: 'Dana Customer', email: 'dana@shop.example', isStaff: false },
  staff: { name: 'Stella Staff', email: 'stella@shop.example', isStaff: true },
  own: { name: 'Firstline', email: 'desk@shop.example', isStaff: true },
} satisfies Record<string, OutsidePerson>

/** For tests: a desk in this process that holds to the port, whose time is told. */
export function standIn(now: () => Date = () => new Date()) {
  const tickets = new Map<string, Kept>()
  /** Refusals to come, the next first. */
  const faults: Error[] = []
  let last = 0
  let begun = 0
  const standingOf = (status: string): OutsideStanding =>
    status === 'Resolved' ? 'solved' : status === 'Rejected' ? 'void' : 'open'

  function add(id: string, entry: Partial<OutsideEntry>): void {
    const kept = tickets.get(id)
    if (!kept) throw new Conflict('beside.gone', 'It is not there')
    last += 1
    const number = kept.entries.length === 0 ? 0 : last
    kept.entries.push({
      number,
      at: now(),
      by: people.staff,
      isOwn: false,
      text: null,
      attachments: [],
      isInternal: false,
      ...entry,
    })
    kept.status = entry.status ?? kept.status
    kept.at = now()
    kept.version = last
  }

  function answer<Answer>(give: () => Answer): Promise<Answer> {
    const fault = faults.shift()
    return fault ? Promise.reject(fault) : Promise.resolve().then(give)
  }

  function read(id: string): OutsideTicket | null {
    const kept = tickets.get(id)
    const [first, ...others] = kept?.entries ?? []
    if (!kept || !first) return null
    return {
      id,
      url: `https://desk.example/issues/${id}`,
      subject: kept.subject,
      version: `${kept.at.toISOString()}/${kept.version}`,
      isSettled: now().getTime() - kept.at.getTime() >= 2_000,
      status: kept.status,
      tags: [],
      accountKey: null,
      entries: [first, ...others],
    }
  }

  function write(id: string, { text, isInternal, status, assignee, seen }: Writing): void {
    const before = read(id)
    if (seen !== undefined && seen !== before?.version) {
      throw new Conflict('beside.changed-meanwhile', 'Somebody has changed it')
    }
    if (status !== undefined && !['Resolved', 'Rejected', 'In Progress'].includes(status)) {
      throw new Conflict('beside.refused', 'There is no such status')
    }
    add(id, {
      by: people.own,
      isOwn: true,
      text,
      isInternal,
      ...(status === undefined ? {} : { status, standing: standingOf(status) }),
      ...(assignee === undefined ? {} : { assignee: assignee === null ? null : people.staff }),
    })
  }

  function open(subject: string, text: string, isElsewhere: boolean): string {
    begun += 1
    const id = String(begun)
    const at = now()
    tickets.set(id, { subject, at, version: 0, entries: [], status: 'New', isElsewhere })
    add(id, { by: people.customer, text, status: 'New', standing: 'open', assignee: null })
    return id
  }

  const desk: OutsideDesk = {
    identify: () => answer(() => ({ name: 'Stand-in', answer: 'signed in' })),
    listChanged: ({ since, skipped }) =>
      answer(() => {
        const all = [...tickets].toSorted(([, a], [, b]) => a.version - b.version)
        const own = all.filter(([, { isElsewhere }]) => !isElsewhere)
        const newer = own.filter(([, { at }]) => at >= since).slice(skipped, skipped + 3)
        const lastAt = newer.at(-1)?.[1].at ?? since
        const next =
          lastAt > since ? { since: lastAt, skipped: 0 } : { since, skipped: skipped + 3 }
        return {
          tickets: newer.map(([id, { at }]) => ({ id, version: at.toISOString() })),
          next,
          isMore: newer.length === 3,
        }
      }),
    isInScope: (id) => answer(() => tickets.get(id)?.isElsewhere === false),
    readTicket: (id) => answer(() => read(id)),
    listGone: (ids) => answer(() => ids.filter((id) => !tickets.has(id))),
    write: (id, writing) => answer(() => write(id, writing)),
  }

  const hands: Hands = {
    solved: 'Resolved',
    open: 'In Progress',
    void: 'Rejected',
    begin: async (subject, text) => open(subject, text, false),
    beginElsewhere: async (subject, text) => open(subject, text, true),
    say: async (id, by, text) => add(id, { by: people[by], text }),
    note: async (id, text) => add(id, { text, isInternal: true }),
    set: async (id, status) => add(id, { status, standing: standingOf(status) }),
    assign: async (id, toStaff) => add(id, { assignee: toStaff ? people.staff : null }),
    remove: async (id) => void tickets.delete(id),
  }
  /** What stood there after so many steps. */
  const readAt = (id: string, steps: number): OutsideTicket => {
    const all = read(id)
    if (!all) throw new Error('It is not there')
    const [first, ...others] = all.entries
    const entries: OutsideTicket['entries'] = [first, ...others.slice(0, steps)]
    const status = entries.findLast((entry) => entry.status !== undefined)?.status ?? all.status
    return { ...all, entries, status, version: `${all.id}/${entries.length}` }
  }
  return { desk, hands, faults, readAt, people }
}
