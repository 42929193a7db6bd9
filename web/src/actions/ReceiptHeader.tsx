import { Zap } from 'lucide-react'
import type { ReactNode } from 'react'
import { CodeText } from '#web/ui/CodeText.tsx'

type ReceiptHeaderProps = {
  title: string
  input: Record<string, unknown>
  /** The way back. */
  tools: ReactNode
}

/** What was done on which record. */
export function ReceiptHeader({ title, input, tools }: ReceiptHeaderProps) {
  return (
    <header className="flex flex-wrap items-start gap-x-3 gap-y-1">
      <div className="flex min-w-0 flex-1 basis-56 gap-2">
        <Zap aria-hidden size={14} className="mt-1 shrink-0 text-accent" />
        <p className="min-w-0">
          <span className="font-medium">{title}</span>{' '}
          {Object.values(input).map((value) => (
            <CodeText key={String(value)}>{String(value)}</CodeText>
          ))}
        </p>
      </div>
      <div className="ml-auto">{tools}</div>
    </header>
  )
}
