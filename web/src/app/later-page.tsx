import { ownProperty } from '@firstline/contract/own-property'
import { lazyRouteComponent } from '@tanstack/react-router'
import { Suspense } from 'react'
import type { ReactNode } from 'react'
import { PageLoading } from './PageLoading.tsx'

/** What a page renders is not asked here: it may name the router, which is made of the pages. */
type Code<Name extends string> = () => Promise<Record<Name, () => void>>

type LaterPage = (() => ReactNode) & { preload: () => Promise<void> }

/**
 * A page whose code comes when it is opened, or when somebody is about to. Until it is here its place says
 * so: the router by itself would leave the page before standing, as if nothing had been pressed.
 */
export function laterPage<Name extends string>(load: Code<Name>, name: Name): LaterPage {
  const page = async (): Promise<{ default: () => void }> => {
    const content = ownProperty<() => void>(await load(), name)
    if (!content) throw new Error(`The page has no ${name}`)
    return { default: content }
  }
  const Content = lazyRouteComponent(page)
  const Later = () => (
    <Suspense fallback={<PageLoading />}>
      <Content />
    </Suspense>
  )
  // begun, not waited for; where it fails the page itself says so
  const preload = async () => void Content.preload?.()?.catch(() => undefined)
  return Object.assign(Later, { preload })
}
