import { settleRun } from './actions/settle-run.ts'
import type { App } from './app.ts'
import type { Task } from './core/worker.ts'

/** Jobs that verbs enqueue themselves or the schedule starts; name → what runs. */
export function tasksOf(app: App): Record<string, Task> {
  return {
    settle_action_run: (payload: { run: string }) => settleRun(app, payload),
  }
}
