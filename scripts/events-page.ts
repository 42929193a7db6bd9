import { eventKinds, eventNames, events, kindOfEvent } from '../contract/src/events.ts'
import type { EventName } from '../contract/src/events.ts'
import type { List } from '../contract/src/lists.ts'
import type { Route } from '../contract/src/route.ts'
import { routes } from '../contract/src/routes.ts'
import { tasks } from '../contract/src/tasks.ts'
import { reactionsTo } from '../server/src/reactions.ts'
import { schedule } from '../server/src/schedule.ts'

const shownAs = {
  line: 'line',
  small: 'when asked for',
  small_by_system: 'line; by the product itself when asked for',
  message: 'its message',
}

/** docs/events.md: event → who reacts → what it changes, of the catalogue as it is. */
export function eventsPage(): string {
  return `# Events

Generated from the catalogue (\`contract/src/events.ts\`), \`server/src/reactions.ts\` and the rows of
the API: \`npm run generate\` writes it anew.

An event is one row of the record; nothing changes or removes it. Its **reactions** are a job, enqueued in
the event's own transaction. What an event **changes** is read again by every open page that shows it;
the page of its own ticket always is. **In its ticket** is how the timeline shows it. Whoever lacks the
permission under **seen by** is not told of it as it happens, nor in a ticket; the record as a whole
takes \`audit:read\`. **Data** lists the fields; those with ? may be missing, in what this version
writes or in rows of earlier ones and of imported histories.

${eventKinds.map(sectionOf).join('\n\n')}

## What is read again
A route of the API is read again by an open page after an event that changes one of these.

${table(['Changed', 'Routes'], routesByList())}

## Tasks
Every job runs one of these. \`react\` runs the reactions to an event; those with a time are started by the schedule
(UTC).

${table(['Task', 'Payload', 'Starts'], Object.entries(tasks).map(taskRow))}
`
}

function sectionOf(kind: string): string {
  const names = eventNames.filter((name) => kindOfEvent(name) === kind).toSorted()
  const heads = ['Event', 'Reactions', 'Changes', 'In its ticket', 'Seen by', 'Data']
  return `## ${kind}\n\n${table(heads, names.map(eventRow))}`
}

function eventRow(name: EventName): string[] {
  const { timeline, changes, seenBy } = events[name]
  return [
    code(name),
    reactionsTo(name).map(code).join(', '),
    changes.join(', '),
    timeline === null ? '' : shownAs[timeline],
    code(seenBy),
    fieldsOf(name).join(', '),
  ]
}

type Fields = Record<string, { def: { type: string } }>

function fieldsOf(name: EventName): string[] {
  const row: { data: { shape: Fields }; read?: { shape: Fields } } = events[name]
  const read = row.read?.shape ?? row.data.shape
  return Object.entries(read).map(([field, type]) =>
    type.def.type === 'optional' ? `${field}?` : field,
  )
}

function routesByList(): string[][] {
  const rows = Object.entries<Route>(routes).flatMap(([name, { changedBy = [] }]) =>
    changedBy.map((list: List) => ({ list, name })),
  )
  return [...Map.groupBy(rows, ({ list }) => list)].map(([list, shown]) => [
    list,
    shown.map(({ name }) => code(name)).join(', '),
  ])
}

function taskRow([name, { shape }]: [string, { shape: object }]): string[] {
  const times = schedule.filter(({ task }) => task === name).map(({ match }) => code(match))
  return [code(name), Object.keys(shape).join(', '), times.join(', ')]
}

function code(text: string): string {
  return `\`${text}\``
}

function table(heads: readonly string[], rows: readonly string[][]): string {
  return [heads, heads.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}
