import { openFolder } from './check-folder.ts'
import { writePlugin } from './beside/redmine/write-plugin.ts'
import { Invalid } from './core/errors.ts'

/**
 * What the desk beside takes in to show the panel: for Redmine a plugin.
 * @returns its files
 * @throws NotFound `project.not-found`, Invalid `beside.not-declared`, Conflict `beside.folder-taken`
 */
export async function packageBeside(
  folder: string,
  { publicUrl, into }: { publicUrl: string; into: string },
): Promise<string[]> {
  const project = await openFolder(folder)
  try {
    const declared = project.current().beside?.redmine
    if (declared)
      return await writePlugin(into, { address: publicUrl, projects: declared.projects })
  } finally {
    project.stop()
  }
  throw new Invalid(
    'beside.not-declared',
    'No Redmine is declared: add the section “beside” to firstline.yaml; “firstline check” says what is wrong with it',
  )
}
