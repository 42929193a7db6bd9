import { BookOpenCheck } from 'lucide-react'
import { useId } from 'react'
import type { ReactNode } from 'react'

type CardFrameProps = {
  title: string
  aside?: ReactNode
  children: ReactNode
}

export function CardFrame({ title, aside, children }: CardFrameProps) {
  const headingId = useId()
  return (
    <section
      data-runbook-card
      aria-labelledby={headingId}
      className="rounded-md border border-edge bg-surface shadow-[inset_2px_0_0_var(--color-accent-fill)]"
    >
      <header className="flex flex-wrap items-center gap-x-2 gap-y-1 px-4 pt-2.5">
        <BookOpenCheck aria-hidden size={16} strokeWidth={1.75} className="shrink-0 text-accent" />
        <h2 id={headingId} className="min-w-0 font-semibold">
          {title}
        </h2>
        {aside && <span className="ml-auto flex items-center gap-2">{aside}</span>}
      </header>
      <div className="px-4 pt-1 pb-3">{children}</div>
    </section>
  )
}
