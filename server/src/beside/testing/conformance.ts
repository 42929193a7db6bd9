import { expect, test } from 'vitest'
import type { OutsideDesk, OutsideTicket, Position } from '#server/beside/port.ts'

/** What people do in the desk itself. */
export type Hands = {
  /** Names of statuses that mean so. */
  solved: string
  open: string
  void: string
  /** A customer opens a ticket. @returns what it is called there */
  begin(subject: string, text: string): Promise<string>
  /** The same where nothing is mirrored. */
  beginElsewhere(subject: string, text: string): Promise<string>
  say(id: string, by: 'staff' | 'customer' | 'other', text: string): Promise<void>
  /** Of the team. */
  note(id: string, text: string): Promise<void>
  set(id: string, status: string): Promise<void>
  assign(id: string, toStaff: boolean): Promise<void>
  remove(id: string): Promise<void>
}

type Place = { desk: OutsideDesk; hands: Hands }

const begin: Position = { since: new Date(0), skipped: 0 }

/** Every desk that can be mirrored does all of this, the real one. */
export function holdsToThePort({ desk, hands }: Place): void {
  test('it knows us', async () => {
    expect((await desk.identify()).name).not.toBe('')
  })

  test('a ticket is read with all that was said, by whom, and where it stood', async () => {
    const id = await hands.begin('Parcel never came', 'Hello,\nwhere is it?')
    await hands.say(id, 'staff', 'We look into it')
    await hands.note(id, 'Carrier lost it')
    await hands.set(id, hands.solved)
    await hands.say(id, 'customer', 'Still nothing')
    await hands.set(id, hands.open)
    const read = await readOf(desk, id)
    expect(read).toMatchObject({ id, subject: 'Parcel never came', status: hands.open })
    expect(read.url).toContain(id)
    expect(said(read)).toEqual([
      ['customer', 'Hello,\nwhere is it?'],
      ['staff', 'We look into it'],
      ['note', 'Carrier lost it'],
      ['customer', 'Still nothing'],
    ])
    expect(stood(read)).toEqual(['open', 'solved', 'open'])
    expect(read.entries.map(({ number }) => number)).toEqual(
      read.entries.map(({ number }) => number).toSorted((a, b) => a - b),
    )
    expect(read.entries[0].by).toEqual({
      name: 'Carl Customer',
      email: 'carl@shop.example',
      isStaff: false,
    })
  })

  test('who it is given to is told, and that it is given back', async () => {
    const id = await hands.begin('Whose is it', 'Somebody’s')
    await hands.assign(id, true)
    await hands.assign(id, false)
    const { entries } = await readOf(desk, id)
    const given = entries.flatMap(({ assignee }) => (assignee === undefined ? [] : [assignee]))
    expect(given.map((person) => person?.email ?? null)).toEqual([
      null,
      'stella@shop.example',
      null,
    ])
  })

  test('what changed is listed oldest first, each page from where the last one ended', async () => {
    const ids = []
    for (const subject of ['One', 'Two', 'Three']) ids.push(await hands.begin(subject, subject))
    const [first] = ids
    await hands.say(first ?? '', 'customer', 'Once more')
    const listed = await listAll(desk)
    for (const id of ids) expect(listed).toContain(id)
  })

  test('what is not of the mirrored part is not listed, and known for that', async () => {
    const own = await hands.begin('Of the support', 'Here')
    const foreign = await hands.beginElsewhere('Of nobody here', 'There')
    expect([await desk.isInScope(own), await desk.isInScope(foreign)]).toEqual([true, false])
    const listed = await listAll(desk)
    expect([listed.includes(own), listed.includes(foreign)]).toEqual([true, false])
  })

  test('nothing newer is left out when a page is asked for from a second on', async () => {
    const id = await hands.begin('At the end', 'Here')
    const { next } = await desk.listChanged(await endOf(desk))
    // others may be of that second too, and more than a page of them
    expect(await listAll(desk, { since: next.since, skipped: 0 })).toContain(id)
  })

  test('a note is internal, a reply is not, and both are known for ours', async () => {
    const id = await hands.begin('Told', 'Please')
    await desk.write(id, { text: 'Only for the team', isInternal: true })
    await desk.write(id, { text: 'For the customer', isInternal: false })
    const { entries } = await readOf(desk, id)
    const own = entries.filter(({ isOwn, text }) => isOwn && text !== null)
    expect(own.map(({ text, isInternal }) => [text, isInternal])).toEqual([
      ['Only for the team', true],
      ['For the customer', false],
    ])
  })

  test('a status and an assignee are set with what is said', async () => {
    const id = await hands.begin('Solved here', 'Please')
    const { version: seen } = await readOf(desk, id)
    const assignee = 'stella@shop.example'
    await desk.write(id, { text: 'Done', isInternal: false, status: hands.solved, assignee, seen })
    const read = await readOf(desk, id)
    expect(read.status).toBe(hands.solved)
    expect(stood(read)).toEqual(['open', 'solved'])
    expect(read.entries.findLast((entry) => entry.assignee)?.assignee?.email).toBe(assignee)
  })

  test('what was changed meanwhile is not written over', async () => {
    const id = await hands.begin('Both at once', 'Please')
    const { version: seen } = await readOf(desk, id)
    await hands.say(id, 'customer', 'Wait, one more thing')
    await expect(
      desk.write(id, { text: 'Done', isInternal: false, status: hands.solved, seen }),
    ).rejects.toMatchObject({ reason: 'beside.changed-meanwhile' })
    const read = await readOf(desk, id)
    expect(said(read).at(-1)).toEqual(['customer', 'Wait, one more thing'])
    expect(stood(read)).toEqual(['open'])
  })

  test('a status that is not there is refused, and nothing is written', async () => {
    const id = await hands.begin('No such status', 'Please')
    await expect(
      desk.write(id, { text: 'Done', isInternal: false, status: 'No such status' }),
    ).rejects.toMatchObject({ kind: 'conflict' })
    expect(said(await readOf(desk, id))).toHaveLength(1)
  })

  test('what is not there is not there, and what was deleted is told', async () => {
    const [kept, lost] = [await hands.begin('Kept', 'Here'), await hands.begin('Lost', 'Here')]
    await hands.remove(lost)
    expect(await desk.readTicket(lost)).toBeNull()
    expect(await desk.listGone([kept, lost])).toEqual([lost])
  })
}

async function readOf(desk: OutsideDesk, id: string): Promise<OutsideTicket> {
  const read = await desk.readTicket(id)
  expect(read).not.toBeNull()
  return read ?? Promise.reject(new Error('It is not there'))
}

function said({ entries }: OutsideTicket) {
  return entries
    .filter(({ text }) => text !== null)
    .map(({ by, isInternal, text }) => [
      isInternal ? 'note' : by.isStaff ? 'staff' : 'customer',
      text,
    ])
}

function stood({ entries }: OutsideTicket) {
  return entries.flatMap(({ standing }) => (standing === undefined ? [] : [standing]))
}

async function listAll(desk: OutsideDesk, from: Position = begin): Promise<string[]> {
  const listed: string[] = []
  let at = from
  for (;;) {
    const page = await desk.listChanged(at)
    listed.push(...page.tickets.map(({ id }) => id))
    if (!page.isMore) return listed
    at = page.next
  }
}

async function endOf(desk: OutsideDesk): Promise<Position> {
  let from = begin
  for (;;) {
    const page = await desk.listChanged(from)
    if (!page.isMore) return { since: page.next.since, skipped: 0 }
    from = page.next
  }
}
