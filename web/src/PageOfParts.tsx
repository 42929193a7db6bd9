import type { ReactNode } from 'react'

type PageOfPartsProps = {
  title: string
  /** What the chosen part is for. */
  lead: string
  /** The name of the navigation between the parts. */
  label: string
  /** A `PartLink` for each part. */
  links: ReactNode
  children: ReactNode
}

/** A page whose parts are shown one at a time, each with an address of its own. */
export function PageOfParts({ title, lead, label, links, children }: PageOfPartsProps) {
  return (
    <div className="h-full overflow-y-auto">
      <title>{`${title} · Firstline`}</title>
      <div className="mx-auto flex max-w-300 flex-col">
        <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 pt-5 pb-4 sm:px-6">
          <div className="min-w-0 flex-1 basis-80">
            <h1 className="text-lg font-semibold">{title}</h1>
            <p className="text-sm text-pretty text-muted">{lead}</p>
          </div>
          <nav aria-label={label} className="-mx-2 flex flex-wrap gap-x-1">
            {links}
          </nav>
        </header>
        {children}
      </div>
    </div>
  )
}
