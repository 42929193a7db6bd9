import type { ReactNode } from 'react'

type DecisionLineProps = {
  children: ReactNode
  /** Links and buttons: what there is to decide. */
  tools: ReactNode
}

/** One of a list: what it is, and at its end, on a phone below it, what can be done. */
export function DecisionLine({ children, tools }: DecisionLineProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-64">{children}</div>
      <div className="flex flex-wrap items-center gap-2 text-sm">{tools}</div>
    </li>
  )
}
