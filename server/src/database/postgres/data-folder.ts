import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { accountFor, canEnter } from './account.ts'
import { makeFolder } from './make-folder.ts'
import { isRunning, postmasterOf } from './postmaster.ts'

/** Where root keeps what PostgreSQL's account has to reach. */
export const sharedFolder = '/var/lib/firstline'

/**
 * Where the data of `folder` really lies. Root's PostgreSQL runs under an account that cannot walk
 * into a folder closed to others (/root, a `mktemp -d`): then it lies in /var/lib/firstline, and
 * `folder` is a link to it, so that everybody who asks for `folder` finds it, and who removes
 * `folder` begins anew. What lay there before is moved.
 */
export function placeDataFolder(folder: string): string {
  if (!existsSync(folder)) makeFolder(dirname(folder))
  const linked = linkOf(folder)
  const data = linked ?? folder
  const account = accountFor(data)
  if (account.uid === undefined || canEnter(dirname(data), account)) return data
  if (linked) {
    throw new Error(`${folder} leads to ${linked}, which PostgreSQL's account cannot enter`)
  }
  const place = openPlaceOf(folder)
  moveData(folder, place)
  link(folder, place)
  return place
}

function linkOf(folder: string): string | null {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return null
  return resolve(dirname(folder), readlinkSync(folder))
}

/** The same for all who begin at once; another one when the home was removed and made again. */
function openPlaceOf(folder: string): string {
  const { ino, birthtimeMs } = statSync(dirname(folder))
  const hash = createHash('sha256').update(`${folder} ${ino} ${birthtimeMs}`).digest('hex')
  makeFolder(sharedFolder)
  chmodSync(sharedFolder, 0o755) // whatever the umask is
  return join(sharedFolder, hash.slice(0, 12))
}

function moveData(folder: string, place: string): void {
  const pid = postmasterOf(folder)
  if (pid !== null && isRunning(pid)) {
    throw new Error(
      `PostgreSQL (${pid}) still runs in ${folder}, which its account can no longer enter: ` +
        'stop who uses it, and start again',
    )
  }
  try {
    renameSync(folder, place)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EXDEV') copyAcross(folder, place)
    else if (code !== 'ENOENT') throw error // nothing lay there, or another process was faster
  }
}

/** To another disk: under its name only once it is whole. */
function copyAcross(folder: string, place: string): void {
  const draft = `${place}.${process.pid}`
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  cpSync(folder, draft, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true })
  renameSync(draft, place)
  rmSync(folder, { recursive: true })
}

function link(folder: string, place: string): void {
  try {
    symlinkSync(place, folder)
  } catch (error) {
    if (linkOf(folder) !== place) throw error // else another process was faster
  }
}
