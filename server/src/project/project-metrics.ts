import { addFigures } from '#server/core/metrics.ts'
import type { Metrics } from '#server/core/metrics.ts'
import type { ProjectStore } from './project.ts'

/** Whether the project's files are in force as they lie there. */
export function observeProject(
  metrics: Pick<Metrics, 'add'>,
  project: Pick<ProjectStore, 'problems'>,
): void {
  addFigures(metrics, [], async () => [{ labels: {}, of: project.problems().length }], [
    [
      'firstline_project_problems',
      'Faults of the project’s files; what has one is in force as it last was without',
      (count) => count,
    ],
  ])
}
