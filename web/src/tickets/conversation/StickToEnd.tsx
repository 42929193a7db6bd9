import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

const nearEndPx = 48

/** Scrolls by itself while one is at its end, as the newest is; never while one reads further up. */
export function StickToEnd({ children }: { children: ReactNode }) {
  const scroller = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  useEffect(() => {
    if (!content.current || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) scroller.current?.scrollTo({ top: scroller.current.scrollHeight })
    })
    observer.observe(content.current)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={scroller} onScroll={notice} className="min-h-0 flex-1 overflow-y-auto">
      <div ref={content} className="mx-auto flex max-w-3xl flex-col gap-3 px-4 py-4">
        {children}
      </div>
    </div>
  )

  function notice() {
    const { scrollTop = 0, scrollHeight = 0, clientHeight = 0 } = scroller.current ?? {}
    isAtEnd.current = scrollHeight - scrollTop - clientHeight < nearEndPx
  }
}
