import { placesOfData } from '../server/src/privacy/places-of-data.ts'
import type { Place, Whose } from '../server/src/privacy/places-of-data.ts'
import { withGenerated } from './with-generated.ts'

const whoseInWords: Record<Whose, string> = {
  customer: 'customers',
  team: 'team',
  both: 'customers, team',
}

/** The page with where personal data lies. */
export function withPlacesOfData(page: string): string {
  const rows = Object.values(placesOfData).map(lineOf)
  const head = ['| What | Whose | Tables | When a customer is erased | In their export | Kept |']
  const table = [...head, '|---|---|---|---|---|---|', ...rows].join('\n')
  return withGenerated(page, 'where personal data lies', table)
}

function lineOf({ what, whose, columns, erased, isExported, kept }: Place): string {
  const tables = Object.keys(columns).map((table) => `\`${table}\``)
  const cells = [what, whoseInWords[whose], tables.join(', '), erased, isExported ? 'yes' : 'no']
  return `| ${[...cells, kept].join(' | ')} |`
}
