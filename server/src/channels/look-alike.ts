import { domainToUnicode } from 'node:url'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'

/**
 * The known domain that an unknown one is made to be taken for: other letters that look the same
 * (`acrne`, `аcme` in Cyrillic, `acme0`), one letter more, less or other, or the whole of it before
 * another ending (`acme.example.evil.example`, `acme-example.com`), or its name with another ending or
 * more words (`northwind.test`, `northwind-support.example`).
 * @param known domains of ours and of customers
 */
export function lookAlikeOf(domain: string, known: readonly string[]): string | null {
  if (known.includes(domain)) return null
  const shape = shapeOf(domain)
  return (
    known.find((one) => isNear(shape, shapeOf(one)) || isWornBy(domain, one)) ??
    known.find((one) => hasNameOf(domain, one)) ??
    null
  )
}

/** Its own subdomains end with it; another's begin with it, or have it inside. */
function isWornBy(domain: string, known: string): boolean {
  if (!known.includes('.') || domain.endsWith(`.${known}`)) return false
  return `.${flat(domain)}`.includes(`.${flat(known)}.`)
}

const shortestName = 5

/** Without its ending: `northwind-support.example` is of “northwind” and “support”. */
function wordsOfDomain(domain: string): string[] {
  return domain.toLowerCase().split('.').slice(0, -1).join('.').split(/[.-]/)
}

/** The longest part of a domain is its name: `northwind` of `mail.northwind.co.test`. */
function hasNameOf(domain: string, known: string): boolean {
  if (domain.endsWith(`.${known}`) || known.endsWith(`.${domain}`)) return false
  const [name = ''] = known
    .toLowerCase()
    .split('.')
    .slice(0, -1)
    .toSorted((a, b) => b.length - a.length)
  return name.length >= shortestName && wordsOfDomain(domain).includes(name)
}

const flat = (domain: string) => domain.toLowerCase().replaceAll('-', '.')

/** Of about the same length, or inside of it: the others cannot be near. */
export async function knownDomains(db: Kysely<DB>, domain: string): Promise<string[]> {
  const length = domainToUnicode(domain).length
  const names = wordsOfDomain(domain).filter((word) => word.length >= shortestName)
  const rows = await db
    .selectFrom('account')
    .select('domain')
    .where('domain', 'is not', null)
    .where(
      sql<boolean>`(length(domain) between ${length - 3} and ${length + 3}
        or strpos(translate(${domain}, '-', '.'), translate(domain, '-', '.')) > 0
        or string_to_array(lower(domain), '.') && ${names}::text[])`,
    )
    .limit(5_000)
    .execute()
  return rows.flatMap((row) => row.domain ?? [])
}

const likeness: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/[01|!ıіíìîïİιӏlᛁ]/g, 'i'],
  [/[оοօ०óòöôõø]/g, 'o'],
  [/[аαáàäâãå]/g, 'a'],
  [/[еєёéèëê]/g, 'e'],
  [/[сϲç]/g, 'c'],
  [/[рρ]/g, 'p'],
  [/[хχ×]/g, 'x'],
  [/[уγýÿ]/g, 'y'],
  [/[ѕš$5]/g, 's'],
  [/[ո]/g, 'n'],
  [/[мʍ]/g, 'm'],
  [/[вβ8]/g, 'b'],
  [/[нһ]/g, 'h'],
  [/[тτ7]/g, 't'],
  [/[кκ]/g, 'k'],
  [/[ԁ]/g, 'd'],
  [/[ɡ9]/g, 'g'],
  [/[υüúùû]/g, 'u'],
  [/[3]/g, 'e'],
  [/[4]/g, 'a'],
  [/-/g, ''],
]

/** As it looks at a glance. Zero looks like o, one like l. */
function shapeOf(domain: string): string {
  const shown = domainToUnicode(domain).toLowerCase().replaceAll('0', 'o')
  return likeness.reduce((shape, [letters, like]) => shape.replaceAll(letters, like), shown)
}

/** The name before the ending counts: `acme.example` and `acme.exarnple` alike. */
function isNear(a: string, b: string): boolean {
  if (a === b) return true
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a]
  if (shorter.length < 8 || longer.length - shorter.length > 1) return false
  let start = 0
  while (start < shorter.length && shorter[start] === longer[start]) start++
  const [restShort, restLong] = [shorter.slice(start), longer.slice(start)]
  if (restShort.length !== restLong.length) return restShort === restLong.slice(1)
  const isSwapped = restShort[0] === restLong[1] && restShort[1] === restLong[0]
  return (
    restShort.slice(1) === restLong.slice(1) ||
    (isSwapped && restShort.slice(2) === restLong.slice(2))
  )
}
