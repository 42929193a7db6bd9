import { messageOf } from '#server/core/errors.ts'
import { systemClock } from '#server/core/clock.ts'
import type { ProjectStore } from '#server/project/project.ts'
import { openOutside } from './open-outside.ts'

type Checked = { name: string; isReachable: boolean; answer: string; durationMs: number }

/** Signs in and looks, changing nothing: `firstline check --live`. */
export async function checkDesk(project: ProjectStore, env: NodeJS.ProcessEnv): Promise<Checked[]> {
  const outside = openOutside({ project, clock: systemClock }, env)
  if (!outside) return []
  const began = performance.now()
  const said = await outside.identify().then(
    ({ answer }) => ({ isReachable: true, answer }),
    (error: unknown) => ({ isReachable: false, answer: messageOf(error) }),
  )
  return [{ name: 'beside redmine', ...said, durationMs: Math.round(performance.now() - began) }]
}
