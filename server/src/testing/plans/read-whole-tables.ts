/** A node of what EXPLAIN (FORMAT JSON) answers. */
export type Plan = {
  'Node Type': string
  'Relation Name'?: string
  Schema?: string
  'Index Name'?: string
  'Index Cond'?: string
  Filter?: string
  'Join Filter'?: string
  Plans?: Plan[]
}

/**
 * The tables of which a plan reads every row: by a sequential scan, or along an index from one end to
 * the other. One that stops at so many rows it wants is well, unless it looks for them.
 * @param parts indexes of few rows, which are read whole without harm
 */
export function readWholeTables(
  plan: Plan,
  parts: ReadonlySet<string>,
  isLimited = false,
): string[] {
  const type = plan['Node Type']
  const table = tableOf(plan)
  const below = (plan.Plans ?? []).flatMap((node) =>
    readWholeTables(node, parts, type === 'Limit' || (isLimited && !gathers.has(type))),
  )
  if (table === undefined) return below
  if (type === 'Seq Scan') return [table, ...below]
  const isWhole =
    type.startsWith('Index') &&
    plan['Index Cond'] === undefined &&
    !parts.has(plan['Index Name'] ?? '')
  return isWhole && !(isLimited && plan.Filter === undefined) ? [table, ...below] : below
}

function tableOf({ Schema: schema, 'Relation Name': name }: Plan): string | undefined {
  return name !== undefined && schema !== undefined && schema !== 'public'
    ? `${schema}.${name}`
    : name
}

/** These read all that is below before they answer the first row. */
const gathers: ReadonlySet<string> = new Set(['Sort', 'Aggregate', 'Hash', 'SetOp', 'WindowAgg'])
