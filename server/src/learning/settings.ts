import type { Project } from '#server/accounts/project.ts'

/** What learning needs to know of the project's files. */
export type LearningProject = Pick<Project, 'lines' | 'learning'> & {
  scorecard?: { timeZone: string | null; utilisationLine: number }
}

export type NeedsLearning = {
  sources: { project: { folder: string; current(): LearningProject } }
}
