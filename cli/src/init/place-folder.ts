import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Refusal } from '@firstline/server/errors'
import { writeSchemas } from '../commands/schemas.ts'

/** Somebody's own files are worth more than ours. @throws Refusal `init.not-empty` */
export async function requireFree(folder: string): Promise<void> {
  const there = await readdir(folder).catch(unlessMissing)
  if (there.length === 0) return
  throw new Refusal(
    'conflict',
    'init.not-empty',
    `${folder} is not empty. Nothing was written; name a folder that is not there yet.`,
  )
}

function unlessMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  if (error.code !== 'ENOTDIR') throw error
  throw new Refusal(
    'conflict',
    'init.not-empty',
    'There is a file of that name. Nothing was written.',
  )
}

/**
 * Files and schemas, all or nothing: they are written beside the folder and take its place at last.
 * @param judge is given them where they lie before; whatever it throws leaves nothing behind
 */
export async function placeFolder<Judged>(
  folder: string,
  files: ReadonlyMap<string, string>,
  judge: (draft: string) => Promise<Judged>,
): Promise<Judged> {
  const target = resolve(folder)
  const draft = `${target}.draft-${randomUUID()}`
  try {
    await mkdir(draft, { recursive: true })
    for (const [path, text] of files) await writeTo(join(draft, path), text)
    await writeSchemas(join(draft, '.schemas'))
    const judged = await judge(draft)
    // in the meantime somebody may have written there: a folder with files in it is not replaced
    await requireFree(folder)
    await rename(draft, target)
    return judged
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function writeTo(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}
