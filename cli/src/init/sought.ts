import type { parseCommand } from '../command-line.ts'
import { Usage } from '../exit-code.ts'
import type { Sought } from './look-around.ts'
import type { Wishes } from './make-project.ts'
import { addressPlace, referenceTo, secretPlace, valueIfSet } from './places.ts'
import type { Place } from './places.ts'

const text = { type: 'string' } as const
const none: string[] = []
export const initOptions = {
  database: text,
  schema: text,
  accounts: text,
  openapi: text,
  'api-url': text,
  'api-credential': text,
  prometheus: text,
  'prometheus-credential': text,
  status: text,
  source: { type: 'string', multiple: true, default: none },
  name: text,
  support: text,
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  starter: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const
export type InitValues = ReturnType<typeof parseCommand<typeof initOptions>>['values']

const systems = ['database', 'openapi', 'prometheus', 'status'] as const
/** What says something only beside one of them. */
const besides = [
  ['schema', 'database'],
  ['accounts', 'database'],
  ['api-url', 'openapi'],
  ['api-credential', 'openapi'],
  ['prometheus-credential', 'prometheus'],
] as const

export function isAboutSystems(values: InitValues): boolean {
  const needless = besides.find(
    ([flag, of]) => values[flag] !== undefined && values[of] === undefined,
  )
  if (needless) throw new Usage(`--${needless[0]} says nothing without --${needless[1]}`)
  const isAny = systems.some((flag) => values[flag] !== undefined)
  const rest = values['dry-run'] || values.json || values.source.length > 0
  if (!isAny && rest)
    throw new Usage('Say what you have: --database, --openapi, --prometheus or --status')
  return isAny
}

/** What the flags say, and the values of what is to stand in the environment. */
export function soughtBy(values: InitValues): {
  sought: Sought
  wishes: Wishes
  known: ReadonlyMap<string, string>
} {
  const database = given(values.database, (place) => secretPlace(place, 'REPLICA_URL'))
  const prometheus = given(values.prometheus, (place) => addressPlace('--prometheus', place))
  const credential = given(values['prometheus-credential'], (place) =>
    referenceTo('--prometheus-credential', place),
  )
  return {
    sought: {
      database,
      schema: values.schema ?? null,
      openapi: values.openapi ?? null,
      prometheus: prometheus && {
        address: prometheus,
        credential: credential === null ? null : valueIfSet(credential),
      },
    },
    wishes: {
      name: values.name ?? 'Your product',
      support: values.support ?? 'support@example.com',
      status: given(values.status, (place) => placeOf('--status', place)),
      api: {
        url: given(values['api-url'], (place) => placeOf('--api-url', place)) ?? 'env:API_URL',
        credential: given(values['api-credential'], (place) =>
          referenceTo('--api-credential', place),
        ),
      },
      prometheus: prometheus && { url: prometheus.reference, credential },
    },
    known: knownOf(database),
  }
}

function given<T>(value: string | undefined, read: (value: string) => T): T | null {
  return value === undefined ? null : read(value)
}

/** It need not be set by now. */
function placeOf(flag: string, place: string): string {
  return /^(?:env|file):/.test(place) ? place : addressPlace(flag, place).reference
}

function knownOf(place: Place | null): ReadonlyMap<string, string> {
  const name = place?.reference.startsWith('env:') ? place.reference.slice('env:'.length) : null
  return new Map(place && name !== null ? [[name, place.value]] : [])
}
