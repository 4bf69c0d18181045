import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { SECOND_MS } from '../lib/instant.ts'
import { lockFile } from '../store/sqlite/story-lock.ts'

/** Longest wait for another process that changes the same file; writing ten thousand sources takes about two seconds. */
const PATIENCE_MS = 20 * SECOND_MS
const LOOK_EVERY_MS = 20

/** Another process is changing a file of the operator, and did not end in time. */
export class OperatorFileBusyError extends Error {
  override readonly name = 'OperatorFileBusyError'

  constructor(readonly file: string) {
    super(`Another Auspex is changing ${file}. Nothing was changed; try again.`)
  }
}

/**
 * Runs `work` while no other process, thread or request that asks here does so for the same file. The operating system releases the lock
 * however its holder ends. Not reentrant. In a folder that cannot be written nobody changes files, and nothing is locked.
 *
 * @throws OperatorFileBusyError
 */
export async function whileLocked<T>(file: string, work: () => T | Promise<T>, patienceMs = PATIENCE_MS): Promise<T> {
  if (!isWritable(dirname(file))) return work()
  const path = aside(file, 'lock')
  const lock = lockFile(path)
  try {
    const patient = performance.now() + patienceMs
    while (lock.tryLock() === 'refused') {
      if (performance.now() > patient) throw new OperatorFileBusyError(file)
      await sleep(LOOK_EVERY_MS)
    }
    giveToOwner(path, dirname(file))
    return await work()
  } finally {
    lock.release()
  }
}

/**
 * Replaces a file: after a kill or a power cut it holds all of the old text or all of the new. A link stays a link, and the file keeps its
 * permissions.
 */
export function replaceFile(file: string, text: string): void {
  const target = existsSync(file) ? realpathSync(file) : file
  const unfinished = aside(target, 'new')
  try {
    writeFileSync(unfinished, text, { flush: true })
    const before = statSync(target, { throwIfNoEntry: false })
    if (before) chmodSync(unfinished, before.mode)
    giveToOwner(unfinished, before ? target : dirname(target))
    renameSync(unfinished, target)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
  syncFolder(dirname(target))
}

/** Returns the path of a hidden file beside another; folders of data report other files that they do not know. */
export function aside(file: string, kind: string): string {
  return join(dirname(file), `.${basename(file)}.${kind}`)
}

/** Makes a rename survive a power cut; on systems that cannot sync a folder, the file system does so in its own time. */
function syncFolder(folder: string): void {
  let opened: number | undefined
  try {
    opened = openSync(folder, 'r')
    fsyncSync(opened)
  } catch {
    // The rename itself succeeded.
  } finally {
    if (opened !== undefined) closeSync(opened)
  }
}

/** What root writes by hand must stay writable for the user that the service runs as. */
function giveToOwner(path: string, like: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = statSync(like)
  chownSync(path, uid, gid)
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
