import { useBlocker, useRouter } from '@tanstack/react-router'

/**
 * What leads to another page of the desk opens in a window of its own: within another site's page only the
 * panel is shown, and its place there is kept.
 */
export function StayHere() {
  const router = useRouter()
  useBlocker({
    enableBeforeUnload: false,
    shouldBlockFn({ current, next }) {
      if (next.pathname === current.pathname) return false
      const search = router.options.stringifySearch(next.search)
      window.open(`${next.pathname}${search}`, '_blank', 'noopener')
      return true
    },
  })
  return null
}
