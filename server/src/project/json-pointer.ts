import { ownProperty } from '@firstline/contract/own-property'

/**
 * What a reference within the same document leads to: `#/components/parameters/dry_run` (RFC 6901 as a
 * fragment); undefined where that is not there, or where it leads out of the document.
 */
export function pointedAt(document: unknown, reference: string): unknown {
  return pointerSteps(reference)?.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null
        ? ownProperty(at as Record<string, unknown>, step)
        : undefined,
    document,
  )
}

/** @returns null where it is none within the same document */
export function pointerSteps(reference: string): string[] | null {
  if (!reference.startsWith('#/')) return null
  return reference.slice(2).split('/').map(unescaped)
}

/** A percent sign that escapes nothing is one: documents are written by hand. */
function unescaped(step: string): string {
  const text = step.replaceAll(/(?:%[0-9A-Fa-f]{2})+/g, (escaped) => {
    try {
      return decodeURIComponent(escaped)
    } catch {
      return escaped
    }
  })
  return text.replaceAll('~1', '/').replaceAll('~0', '~')
}
