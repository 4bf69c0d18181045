import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { runAuspex, startAuspexProcess, until } from '../run/auspex-process.ts'

/** A disk of its own, a few megabytes large, where this user may mount one. */
const disk = mkdtempSync(join(tmpdir(), 'auspex-disk-'))
const isMounted = tries(() =>
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk], { stdio: 'ignore' }),
)
const remount = (options: string) => execFileSync('mount', ['-o', `remount,${options}`, disk])
const data = join(disk, 'data')

function tries(act: () => void): boolean {
  try {
    act()
    return true
  } catch {
    return false
  }
}

afterAll(() => {
  if (isMounted) execFileSync('umount', ['-l', disk])
  rmSync(disk, { recursive: true, force: true })
})

interface Status {
  readonly diskFullSince?: string
  readonly items: number
  readonly stories: number
  readonly backlog: number
}

const statusOf = async (url: string) => (await (await fetch(`${url}/api/v1/status`)).json()) as Status

describe.skipIf(!isMounted)('a disk of 4 MB', () => {
  test('that fills while stories are told: it is said, pages stay, and all is told once there is room', async () => {
    const auspex = await startAuspexProcess(['demo', '--data', data, '--port', '0', '--day-seconds', '6'])
    try {
      await until('the disk is full', async () => (await statusOf(auspex.url)).diskFullSince, 60_000)
      expect((await fetch(auspex.url)).status).toBe(200)
      await new Promise((resolve) => setTimeout(resolve, 4_000))
      // A fault of ours would show its stack.
      expect(auspex.output()).not.toMatch(/\n\s+at .*dist/)
      expect(auspex.output()).toMatch(/disk that holds .* is full.*Free some space/)
      remount('size=100m')
      const told = await until(
        'everything is told',
        async () => {
          const status = await statusOf(auspex.url)
          return status.items >= 430 && status.backlog === 0 && status.diskFullSince === undefined ? status : undefined
        },
        150_000,
        500,
      )
      expect(told.stories).toBeGreaterThan(100)
    } finally {
      await auspex.stop()
    }
  }, 240_000)

  test('that is full when the program starts: what is stored is shown, and a new folder says what to do', async () => {
    tries(() => writeFileSync(join(disk, 'fill'), Buffer.alloc(120_000_000)))
    const { stories } = JSON.parse((await runAuspex(['stories', '--json', '--data', data])).stdout)
    expect(stories.length).toBeGreaterThan(10)
    const { code, stderr } = await runAuspex(['start', '--port', '0', '--data', join(disk, 'another')])
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringMatching(/disk that holds .* is full/) })
    const doctor = await runAuspex(['doctor', '--data', data])
    expect(doctor.stdout).toMatch(/✗ Data folder: .* has only \d+ MB free/)
    rmSync(join(disk, 'fill'))
  }, 60_000)

  test('that is read-only: what is stored is read and served, and what would write says so', async () => {
    const copy = join(disk, 'copy')
    mkdirSync(copy)
    expect((await runAuspex(['backup', join(copy, 'auspex.db'), '--data', data])).code).toBe(0)
    remount('ro')
    try {
      expect(
        JSON.parse((await runAuspex(['stories', '--json', '--data', data])).stdout).stories.length,
      ).toBeGreaterThan(10)
      // A copy was never written as SQLite writes while it runs: what that would leave beside it is not there.
      for (const folder of [data, copy]) {
        const auspex = await startAuspexProcess(['serve', '--data', folder, '--port', '0'])
        for (const path of ['/', '/s/1', '/brief/2026-01-01']) {
          expect((await fetch(`${auspex.url}${path}`)).status, `${folder} ${path}`).toBe(200)
        }
        await auspex.stop()
      }
      for (const command of [
        ['start', '--port', '0'],
        ['poll'],
        ['admin', 'headline', '1', 'New', '--reason', 'wrong'],
      ]) {
        const { code, stderr } = await runAuspex([...command, '--data', data])
        expect({ code, stderr }).toMatchObject({
          code: 1,
          stderr: expect.stringMatching(/cannot be written[.:].*auspex serve/),
        })
      }
      expect((await runAuspex(['doctor', '--data', data])).stdout).toMatch(/✗ Data folder: .*the disk is read-only/)
    } finally {
      remount('rw')
    }
  }, 60_000)
})
