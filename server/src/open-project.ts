import { sentence } from '#server/core/sentence.ts'
import { checkSource } from './accounts/check-source.ts'
import { pictureProblems } from './accounts/picture-section.ts'
import type { Logger } from './core/log.ts'
import { formReader, whatIsSaid } from './project/form-reader.ts'
import type { Project, ProjectStore } from './project/project.ts'
import { problem } from './project/project-document.ts'
import type { ProjectProblem } from './project/project-document.ts'
import { openProjectFiles } from './project/project-files.ts'
import type { KindCheck } from './project/project-files.ts'
import { compileProject, projectForm, sectionProblems } from './schemas/project-sections.ts'

/** @param folder null where nobody has connected a project yet */
export async function openProject(folder: string | null, log: Logger): Promise<ProjectStore> {
  const files = await openProjectFiles(folder, log)
  files.declareKind('OpenAPI', checkOpenApi)
  files.declareKind('Project', checkProject)
  files.declareKind('Source', checkSource)
  let project = compile(files.files)
  const listeners = new Set<() => void>()
  files.onChange(() => {
    project = compile(files.files)
    for (const listener of listeners) listener()
  })
  return {
    folder: files.folder,
    current: () => project,
    problems: () => [...files.problems(), ...missingPanels(files.files)],
    files: files.files,
    declareKind: files.declareKind,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    reload: files.reload,
    stop: files.stop,
  }
}

type Files = Parameters<KindCheck>[1]

const readProject = formReader(projectForm)

const checkOpenApi: KindCheck = (file) =>
  /^3\.[01]\./.test(String(file.definition.openapi))
    ? []
    : [problem(1, sentence`openapi must be 3.0 or 3.1`)]

const checkProject: KindCheck = (file, files) => {
  const read = readProject(file)
  return 'problems' in read ? read.problems : sectionProblems(file, read.says, files)
}

function compile(files: Files): Project {
  const [file] = files('Project')
  return compileProject(file && whatIsSaid(readProject(file)), files)
}

function missingPanels(files: Files): ProjectProblem[] {
  const [file] = files('Project')
  if (!file) return []
  const { account_picture: named } = whatIsSaid(readProject(file))
  return pictureProblems(
    file,
    named,
    files('Source').map(({ id }) => id),
  )
}
