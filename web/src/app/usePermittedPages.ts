import { useMe } from '#web/team/useMe.ts'
import { pages } from './pages.ts'

/** The pages this person may open. */
export function usePermittedPages() {
  const { permissions } = useMe()
  return pages.filter(({ permission }) => permissions.includes(permission))
}
