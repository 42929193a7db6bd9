import type { LoadedFile, ProjectProblem } from './project-document.ts'
import type { KindCheck, LiveKindCheck } from './project-files.ts'

/**
 * The company's project, compiled. Each domain declares here what its section of firstline.yaml comes to,
 * beside the section itself (`…-section.ts`); `schemas/project-sections.ts` puts them together.
 */
// oxlint-disable-next-line typescript/consistent-type-definitions -- sections are added to it
export interface Project {
  name: string
}

/** The project as it is now in force, and what of it does not load. */
export type ProjectStore = {
  folder: string
  current(): Project
  problems(): readonly ProjectProblem[]
  /** Accepted files, for actions and runbooks to compile theirs. */
  files(kind?: string): readonly LoadedFile[]
  /** See ProjectFiles.declareKind: call it once at start. */
  declareKind(kind: string, check: KindCheck, live?: LiveKindCheck): void
  /** Told after `current()` has changed. */
  onChange(listener: () => void): () => void
  reload(): Promise<void>
  stop(): void
}

export type WithProject = { sources: { project: ProjectStore } }
