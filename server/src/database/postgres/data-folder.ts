import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { cp } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { accountFor, canEnter } from './account.ts'
import { removeForsakenDrafts } from './forsaken-drafts.ts'
import { makeFolder } from './make-folder.ts'
import { isRunning, postmasterOf } from './postmaster.ts'

/** Where root keeps what PostgreSQL's account has to reach. */
export const sharedFolder = '/var/lib/firstline'
/** Under which name data is moved to another disk, before it gets its own; then follows the process's id. */
const draftMark = '.move-'

const placing = new Map<string, Promise<string>>()

/**
 * Where the data of `folder` really lies. Root's PostgreSQL runs under an account that cannot walk
 * into a folder closed to others (/root, a `mktemp -d`): then it lies in /var/lib/firstline, and
 * `folder` is a link to it, so that everybody who asks for `folder` finds it, and who removes
 * `folder` begins anew. What lay there before is moved, once for all who ask in this process.
 * @param say told before what takes a while
 */
export function placeDataFolder(folder: string, say: (line: string) => void): Promise<string> {
  const underWay = placing.get(folder)
  if (underWay) return underWay
  const place = placeOnce(folder, say).finally(() => placing.delete(folder))
  placing.set(folder, place)
  return place
}

async function placeOnce(folder: string, say: (line: string) => void): Promise<string> {
  if (!existsSync(folder)) makeFolder(dirname(folder))
  const linked = linkOf(folder)
  const data = linked ?? folder
  const account = accountFor(data)
  if (account.uid === undefined || canEnter(dirname(data), account)) return data
  if (linked) {
    throw new Error(`${folder} leads to ${linked}, which PostgreSQL's account cannot enter`)
  }
  const place = openPlaceOf(folder)
  await moveData(folder, place, say)
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

async function moveData(folder: string, place: string, say: (line: string) => void): Promise<void> {
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
    if (code === 'EXDEV') {
      say(`  The data is moved to ${place}: PostgreSQL's account cannot enter ${dirname(folder)}`)
      await copyAcross(folder, place)
    } else if (code !== 'ENOENT') throw error // nothing lay there, or another process was faster
  }
}

/** To another disk: under its name only once it is whole. */
async function copyAcross(folder: string, place: string): Promise<void> {
  removeForsakenDrafts(place, draftMark)
  const draft = mkdtempSync(`${place}${draftMark}${process.pid}-`)
  await cp(folder, draft, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true })
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
