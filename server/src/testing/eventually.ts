import { vi } from 'vitest'

/** A busy machine takes its time, and a test that is to fail has time to say so. */
const patiently = { timeout: 120_000, interval: 20 }

/** What `look` gives, as soon as it no longer throws: its own words where that never comes. */
export function eventually<Seen>(look: () => Seen | Promise<Seen>): Promise<Seen> {
  return vi.waitFor(look, patiently)
}

/** Until `isSo` says yes. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  await vi.waitUntil(isSo, patiently)
}
