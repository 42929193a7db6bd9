import { accessSync, constants, mkdirSync } from 'node:fs'

/** @throws naming the folder that cannot be written, and what to set instead */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Error(
      `${folder} cannot be written to (${code}): set FIRSTLINE_HOME to another folder`,
      { cause: error },
    )
  }
}
