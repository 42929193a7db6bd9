export const loadTicketPage = () => import('#web/routes/TicketPage.tsx')

/** Fetches what is opened next, once the page that was asked for stands. */
export function loadWhenIdle(): void {
  // where it fails it is fetched again when it is opened, and said there
  const load = () => void loadTicketPage().catch(() => undefined)
  // Safari has no idle callback
  if ('requestIdleCallback' in globalThis) requestIdleCallback(load, { timeout: 5_000 })
  else setTimeout(load, 1_000)
}
