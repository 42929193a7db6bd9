import { resolve } from 'node:path'

export const folderHelp = `FOLDER is the one with firstline.yaml: FIRSTLINE_PROJECT, else the current folder, unless named.`

export function folderOf(named: string | undefined): string {
  return resolve(named ?? (process.env.FIRSTLINE_PROJECT || '.'))
}
