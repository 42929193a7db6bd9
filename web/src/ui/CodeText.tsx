import type { ReactNode } from 'react'

/** Code within a sentence, or with `isBlock` several lines that keep their shape and scroll. */
export function CodeText({
  children,
  isBlock = false,
}: {
  children: ReactNode
  isBlock?: boolean
}) {
  if (!isBlock) {
    return <code className="rounded-sm bg-hover px-1 text-[0.92em] wrap-anywhere">{children}</code>
  }
  return (
    <pre
      // What scrolls must be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="overflow-x-auto rounded-md border border-line bg-canvas px-3 py-2 text-sm leading-normal"
    >
      <code>{children}</code>
    </pre>
  )
}
