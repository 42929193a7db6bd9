import type { Sentence } from '@firstline/contract/sentence'
import type { FieldRole } from '@firstline/contract/imports'
import { Invalid } from '#server/core/errors.ts'
import { didYouMean } from '#server/core/did-you-mean.ts'
import { sentence, listed } from '#server/core/sentence.ts'
import { nearest } from '#server/core/spelling.ts'
import { fieldRoles, plain, roleOfField } from '#server/imports/read/columns.ts'
import type { Columns, FieldChoice } from '#server/imports/read/columns.ts'
import type { FileShape } from '#server/imports/read/inspect-file.ts'
import { readRowGroups } from '#server/imports/read/read-rows.ts'
import type { ChangeLog } from '#server/imports/read/states-of-changes.ts'
import type { Look } from './survey.ts'

/** A field of a change log, with its first different new values. */
export type SeenField = { name: string; count: number; samples: string[]; tells: FieldRole | null }

const shownSamples = 3
/** More different fields than this are no fields. */
const maxFields = 2_000

/** @throws Invalid when a chosen field is not among those of the file, or none of them tells a status */
export async function settleChanges(
  shape: FileShape,
  { field, from, to }: Columns,
  choice: FieldChoice | undefined,
  look: Look,
): Promise<{ changes: ChangeLog; fields: SeenField[] } | null> {
  if (field === undefined || to === undefined) return null
  const seen = await readFields(shape, field, to, look)
  const tells = choice ? chosenFields(choice, seen) : usualFields(seen)
  if (![...tells.values()].includes('status')) {
    throw new Invalid(
      'import.no-status-field',
      sentence`No field of the file tells the status by its name; name it with --fields status=…\n${listFields(seen)}`,
    )
  }
  const fields = seen
    .map((one) => ({ ...one, tells: tells.get(plain(one.name)) ?? null }))
    .sort((a, b) => Number(a.tells === null) - Number(b.tells === null))
  return { changes: { field, from, to, tells }, fields }
}

async function readFields(
  shape: FileShape,
  field: number,
  to: number,
  { mostRows = Number.POSITIVE_INFINITY, signal }: Look,
): Promise<SeenField[]> {
  const seen = new Map<string, SeenField>()
  let rows = 0
  for await (const group of readRowGroups(
    shape,
    () => undefined,
    () => undefined,
  )) {
    signal?.throwIfAborted()
    for (const { fields } of group) note(seen, (fields[field] ?? '').trim(), fields[to] ?? '')
    rows += group.length
    if (rows >= mostRows || seen.size > maxFields) break
  }
  if (seen.size <= maxFields) return [...seen.values()].sort((a, b) => b.count - a.count)
  throw new Invalid(
    'import.not-a-field',
    sentence`The column of fields holds more than ${maxFields} different values: it names no fields`,
  )
}

function note(seen: Map<string, SeenField>, name: string, value: string): void {
  if (name === '') return
  const known = seen.get(name) ?? { name, count: 0, samples: [], tells: null }
  known.count += 1
  const sample = value.trim().slice(0, 40)
  const isNew = sample !== '' && !known.samples.includes(sample)
  if (isNew && known.samples.length < shownSamples) known.samples.push(sample)
  seen.set(name, known)
}

function usualFields(seen: readonly SeenField[]): Map<string, FieldRole> {
  return new Map(
    seen.flatMap(({ name }) => {
      const role = roleOfField(name)
      return role ? [[plain(name), role] as const] : []
    }),
  )
}

function chosenFields(choice: FieldChoice, seen: readonly SeenField[]): Map<string, FieldRole> {
  const names = new Map(seen.map(({ name }) => [plain(name), name]))
  const tells = new Map<string, FieldRole>()
  for (const role of fieldRoles) {
    for (const name of choice[role] ?? []) {
      if (!names.has(plain(name))) throw notAField(name, seen)
      tells.set(plain(name), role)
    }
  }
  return tells
}

function notAField(name: string, seen: readonly SeenField[]): Invalid {
  const meant = nearest(
    name,
    seen.map((one) => one.name),
  )
  const unknown = didYouMean(sentence`No row tells a change of “${name}”`, meant)
  return new Invalid('import.field-not-found', sentence`${unknown}\n${listFields(seen)}`)
}

function listFields(seen: readonly SeenField[]): string {
  const lines = seen.slice(0, 25).map(({ name, count, samples }) => {
    const values = samples.map((sample) => JSON.stringify(sample)).join(', ')
    return `  ${name} (${count} rows): ${values || '(empty)'}`
  })
  if (seen.length > 25) lines.push(`  … and ${seen.length - 25} more`)
  return `Fields in the file:\n${lines.join('\n')}`
}

/** How it is understood, as a sentence. */
export function toldOfChanges(fields: readonly SeenField[], { tells }: ChangeLog): Sentence {
  const named = fieldRoles.flatMap((role) => {
    const names = fields.filter((one) => one.tells === role).map(({ name }) => `“${name}”`)
    return names.length > 0 ? [sentence`of ${names.join(', ')} the ${role}`] : []
  })
  const rest = fields.filter(({ name }) => !tells.has(plain(name)))
  const rows = rest.reduce((sum, { count }) => sum + count, 0)
  const others = rest.slice(0, 5).map(({ name }) => `“${name}”`)
  const more = rest.length > others.length ? ' …' : ''
  const told = listed(named)
  if (rows === 0)
    return sentence`${sentence`each row tells one change: ${told}`} (--fields says otherwise)`
  const of = `${others.join(', ')}${more}`
  const passed =
    rows === 1
      ? sentence`1 row of ${of} passed over`
      : sentence`${rows.toLocaleString('en')} rows of ${of} passed over`
  return sentence`${sentence`each row tells one change: ${told}; ${passed}`} (--fields says otherwise)`
}
