import type { Permission } from '@firstline/contract/permissions'
import { useRouter } from '@tanstack/react-router'
import type { LucideIcon } from 'lucide-react'
import { useMemo } from 'react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { english } from '#web/i18n/english.ts'
import { useMe } from '#web/team/useMe.ts'

/** The namespaces whose words say how their page is called. */
type NamedNamespace = {
  [Name in keyof Words]: Words[Name] extends { nav: string } ? Name : never
}[keyof Words]
type Words = typeof english

/** What a route in router.tsx says of itself, to be led to. */
export type Page = {
  /** The namespace of its words, whose `nav` is what it is called. */
  words: NamedNamespace
  icon: LucideIcon
  permission: Permission
  /** How much waits there, beside its name. */
  Count?: ComponentType
  /** Below the daily work in the rail. */
  isSecondary?: true
  /** Of the set-up: the rail leads to it until nothing is left to do; the palette always does. */
  isUntilDone?: true
}

/** As many as the bar of a phone has room for; its menu leads to the others. */
export const pagesOfPhoneBar = 4

/** The pages this person may open, the daily work first, each with what it is called. */
export function usePages() {
  const { t } = useTranslation()
  const { routesById } = useRouter()
  const { permissions } = useMe()
  return useMemo(
    () =>
      Object.values(routesById).flatMap(({ fullPath, options: { staticData } }) => {
        const page = staticData?.page
        if (!page || !permissions.includes(page.permission)) return []
        const path: string = fullPath
        return [{ path, label: t('nav', { ns: page.words }), ...page }]
      }),
    [t, routesById, permissions],
  )
}
