import { spawn } from 'node:child_process'
import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { OperatorFileBusyError, replaceFile, whileLocked } from './operator-file.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'auspex-file-'))
  file = join(folder, 'sources.yaml')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('changes that read, wait and write are made one after the other', async () => {
  writeFileSync(file, '0')
  const addOne = () =>
    whileLocked(file, async () => {
      const count = Number(readFileSync(file, 'utf8'))
      await sleep(5)
      replaceFile(file, String(count + 1))
    })
  await Promise.all(Array.from({ length: 8 }, addOne))
  expect(readFileSync(file, 'utf8')).toBe('8')
})

test('whoever waits too long is told so, and changes nothing', async () => {
  await whileLocked(file, async () => {
    await expect(whileLocked(file, () => replaceFile(file, 'mine'), 50)).rejects.toThrow(OperatorFileBusyError)
  })
  expect(readdirSync(folder)).not.toContain('sources.yaml')
})

test('a work that fails, and a process that is killed, leave the file free', async () => {
  await expect(whileLocked(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  const script = `
    import { whileLocked } from ${JSON.stringify(join(import.meta.dirname, 'operator-file.ts'))}
    await whileLocked(${JSON.stringify(file)}, () => new Promise(() => { console.log('held'); setInterval(() => {}, 1000) }))`
  const holder = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script])
  const ended = new Promise((resolve) => holder.on('exit', resolve))
  await new Promise((resolve) => holder.stdout.once('data', resolve))
  await expect(whileLocked(file, () => {}, 50)).rejects.toThrow(OperatorFileBusyError)
  holder.kill('SIGKILL')
  await ended
  expect(await whileLocked(file, () => 'free', 1_000)).toBe('free')
})

test('a replaced file keeps its permissions, a link stays a link, and nothing is left beside it', () => {
  const real = join(folder, 'real.yaml')
  writeFileSync(real, 'old', { mode: 0o640 })
  symlinkSync(real, file)
  replaceFile(file, 'new')
  expect(lstatSync(file).isSymbolicLink()).toBe(true)
  expect([readFileSync(real, 'utf8'), statSync(real).mode & 0o777]).toEqual(['new', 0o640])
  expect(readdirSync(folder).sort()).toEqual(['real.yaml', 'sources.yaml'])
  expect(() => replaceFile(join(folder, 'none/file'), 'x')).toThrow(/ENOENT/)
})
