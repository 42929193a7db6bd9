import type { App } from './app.ts'
import type { Task } from './core/worker.ts'

/** Jobs that verbs enqueue themselves or the schedule starts; name → what runs. */
export function tasksOf(_app: App): Record<string, Task> {
  return {}
}
