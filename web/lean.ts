import type { Route } from '@firstline/contract/route'
import type { Plugin } from 'vite'

/**
 * Leaves out of the build what no browser needs: of the routes the schemas of what they take and
 * answer, which are checked by types here and by the server there; of the controls' own words those
 * in languages that the desk does not speak.
 */
export function lean(): Plugin {
  return {
    name: 'firstline:lean',
    apply: 'build',
    enforce: 'pre',
    async load(id) {
      if (id.endsWith('/contract/src/routes.ts')) return leanRoutes()
      return wordsOfControls.test(id) && !spoken.test(id) ? 'export default {}' : null
    },
  }
}

const wordsOfControls = /\/node_modules\/react-(?:aria|stately)\/dist\/private\/intl\/.+\.mjs$/
const spoken = /\/(?:en-US|de-DE|intlStrings)\.mjs$/

/** Read when it is built, not with the configuration, which tests read under any Node. */
async function leanRoutes(): Promise<string> {
  const { routes } = await import('@firstline/contract/routes')
  const lean = Object.entries<Route>(routes).map(([name, route]) => [name, leanOf(route)])
  return `export const routes = ${JSON.stringify(Object.fromEntries(lean))}`
}

function leanOf({ method, path, changedBy, body, raw }: Route) {
  return { method, path, changedBy, ...(body && { body: true }), ...(raw && { raw: true }) }
}
