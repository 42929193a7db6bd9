import { Fragment } from 'react'
import type { ReactNode } from 'react'

export type Definition = {
  term: string
  detail: ReactNode
}

/** Names and values in two aligned columns. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl className="grid grid-cols-[minmax(6rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1.5">
      {items.map(({ term, detail }) => (
        <Fragment key={term}>
          <dt className="text-muted">{term}</dt>
          <dd dir="auto" className="min-w-0 wrap-anywhere">
            {detail}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
