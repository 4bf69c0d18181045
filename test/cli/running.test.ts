import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createProgram } from '../../src/commands/program.ts'
import { openStore } from '../../src/store/open-store.ts'
import { type AuspexProcess, CLI, runAuspex, startAuspexProcess, until } from '../run/auspex-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'auspex-running-'))
const data = join(folder, 'demo')
let demo: AuspexProcess

interface Status {
  readonly stories: number
  readonly polling: string
}
const statusOf = async (url: string) => (await (await fetch(`${url}/api/v1/status`)).json()) as Status

beforeAll(async () => {
  demo = await startAuspexProcess(['demo', '--data', data, '--port', '0', '--day-seconds', '2', '--log-level', 'error'])
  await until('stories form', async () => ((await statusOf(demo.url)).stories > 100 ? true : undefined), 60_000)
}, 90_000)
afterAll(async () => {
  await demo.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('a data folder that is polled', () => {
  test.each([['start', '--port', '0'], ['demo', '--port', '0'], ['poll']])(
    'is not polled by a second %s',
    async (...args) => {
      const { code, stdout, stderr } = await runAuspex([...args, '--data', data])
      expect([code, stdout]).toEqual([1, ''])
      expect(stderr).toMatch(/^auspex: Another Auspex polls into .*--data.*"auspex serve"\.\n$/)
    },
  )

  test('is served beside it, and by another process', async () => {
    const served = await startAuspexProcess(['serve', '--data', data, '--port', '0'])
    try {
      const [here, there] = await Promise.all([statusOf(served.url), statusOf(demo.url)])
      expect([here.polling, there.polling]).toEqual(['none', 'running'])
      expect(here.stories).toBeGreaterThan(100)
      expect(await (await fetch(served.url)).text()).toContain('<html')
    } finally {
      await served.stop()
    }
    expect(served.child.exitCode).toBe(0)
  })

  test('is backed up while it is written, and nothing is overwritten', async () => {
    const copy = join(folder, 'copy.db')
    expect(await runAuspex(['backup', copy, '--data', data])).toEqual({
      code: 0,
      stdout: `Written to ${copy}.\n`,
      stderr: '',
    })
    const store = await openStore({ file: copy }, { readonly: true })
    expect((await store.counts(Date.now())).stories).toBeGreaterThan(100)
    await store.close()
    const again = await runAuspex(['backup', copy, '--data', data])
    expect([again.code, again.stderr]).toEqual([1, expect.stringMatching(/^auspex: No backup made to .*copy\.db/)])
  })

  test('nothing is backed up where nothing is', async () => {
    const { code, stderr } = await runAuspex(['backup', join(folder, 'none.db'), '--data', join(folder, 'none')])
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^auspex: There is no database/)])
    expect(existsSync(join(folder, 'none.db'))).toBe(false)
  })
})

test('a port in use is said, by every command that listens, and none of them lingers', async () => {
  const port = new URL(demo.url).port
  for (const args of [['start', '--sources', catalogue()], ['serve'], ['demo']]) {
    const { code, stderr } = await runAuspex([...args, '--data', join(folder, `port-${args[0]}`), '--port', port])
    expect([code, stderr]).toEqual([
      1,
      `auspex: Cannot listen on 127.0.0.1:${port}: another program listens there; choose another port with --port.\n`,
    ])
  }
})

test('a site of a folder where nothing is stored says so, once', async () => {
  const none = join(folder, 'mistyped')
  const outputs: string[] = []
  for (let time = 0; time < 2; time++) {
    const served = await startAuspexProcess(['serve', '--data', none, '--port', '0'])
    outputs.push(served.output())
    await served.stop()
  }
  expect(outputs[0]).toContain(`Nothing is stored in ${none} yet.`)
  expect(outputs[0]).toContain('--data')
  expect(outputs[1]).not.toContain('Nothing is stored')
})

test('a signal that comes twice at once, as from timeout(1), still ends it in order', async () => {
  const twice = await startAuspexProcess(['demo', '--data', join(folder, 'twice'), '--port', '0'])
  const ended = once(twice.child, 'exit')
  twice.child.kill('SIGTERM')
  twice.child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})

test('a demo without a folder of its own leaves none behind', async () => {
  const temporary = mkdtempSync(join(folder, 'tmp-'))
  const short = await startAuspexProcess(['demo', '--port', '0', '--log-level', 'error'], { TMPDIR: temporary })
  expect(readdirSync(temporary)).toHaveLength(1)
  await short.stop()
  expect(readdirSync(temporary)).toEqual([])
})

test.each([
  [['start', '--weights', 'charm:1'], /no such weight/],
  [['start', '--port', 'x'], /--port: expected a whole number/],
  [['start', '--sources', '/not/there.yaml'], /\/not\/there\.yaml/],
  [['demo', '--day-seconds', 'soon'], /whole number from 1 to 86400/],
  [['serve', '--language', 'fr'], /one of en, zh-Hant/],
  [['go'], /unknown command 'go'/],
])('%j ends at once and says why', async (args, message) => {
  const { code, stderr } = await runAuspex([...args, '--data', join(folder, 'wrong')])
  expect(code).toBe(1)
  expect(stderr).toMatch(message)
  expect(stderr).not.toMatch(/\n {4}at /)
})

test('this Node knows the flags of V8 that serving sets', async () => {
  const { code, stdout, stderr } = await runAuspex(['serve', '--help'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('Usage: auspex serve')
})

describe('over one feed on loopback', () => {
  const server = createServer((_, response) => {
    response.end(
      '<rss version="2.0"><channel><title>T</title><item><title>One thing</title><guid>1</guid></item></channel></rss>',
    )
  })
  let environment: Record<string, string>

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
    environment = { AUSPEX_SOURCES: catalogue(`http://${host}/feed`), AUSPEX_ALLOW_PRIVATE: host }
  })
  afterAll(() => {
    server.close()
  })

  test('poll reads it once, and a second poll finds nothing new', async () => {
    const poll = () => runAuspex(['poll', '--json', '--data', join(folder, 'poll')], '', environment)
    expect(JSON.parse((await poll()).stdout)).toEqual({ feeds: 1, inserted: 1, revised: 0, failed: 0 })
    expect(JSON.parse((await poll()).stdout)).toEqual({ feeds: 1, inserted: 0, revised: 0, failed: 0 })
  })

  test('doctor finds all well', async () => {
    const { code, stdout } = await runAuspex(['doctor', '--data', join(folder, 'doctor')], '', environment)
    expect(stdout.split('\n').filter((line) => line && !line.startsWith('✓'))).toEqual([])
    for (const what of ['Node.js', 'Data folder', 'Catalogue', 'Beat', 'Database', 'Clock', 'Network']) {
      expect(stdout).toContain(`✓ ${what}: `)
    }
    expect(code).toBe(0)
  })

  test('doctor names what is not', async () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    const refused = { ...environment, AUSPEX_ALLOW_PRIVATE: '' }
    const { code, stdout } = await runAuspex(['doctor', '--json', '--data', join(file, 'x')], '', refused)
    const { findings } = JSON.parse(stdout) as { findings: { isWell: boolean; what: string; words: string }[] }
    expect(findings.filter((finding) => !finding.isWell).map(({ what }) => what)).toEqual(
      expect.arrayContaining(['Data folder', 'Database', 'Network']),
    )
    for (const { words } of findings) expect(words).toMatch(/\S/)
    // The database is opened once, and its fault is said once.
    expect(findings.map(({ what }) => what)).not.toContain('Clock')
    expect(code).toBe(1)
  })
})

test('a reader that has seen enough ends the program quietly', async () => {
  const child = spawn(process.execPath, [CLI, 'dates'], { stdio: ['pipe', 'pipe', 'pipe'] })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk
  })
  child.stdin.on('error', () => {})
  child.stdin.end('2026-11-23\n'.repeat(200_000))
  await once(child.stdout, 'data')
  child.stdout.destroy()
  const [code] = (await once(child, 'close')) as [number]
  expect([code, errors]).toEqual([0, ''])
})

describe('help', async () => {
  const program = await createProgram('0')
  const names = (command = program, path: string[] = []): string[][] => [
    path,
    ...command.commands.flatMap((each) => names(each, [...path, each.name()])),
  ]

  /** What a command prints for `--help`, read in this process: forty starts of the program would say the same. */
  const helpOf = (path: readonly string[], command = program): string => {
    const [name, ...rest] = path
    if (name !== undefined) return helpOf(rest, command.commands.find((each) => each.name() === name)!)
    let help = ''
    command.configureOutput({ writeOut: (text) => (help += text), getOutHelpWidth: () => 80 }).outputHelp()
    return help
  }

  test.each(names().map((path) => [path]))('%j --help says what it does and what each option means', (path) => {
    const help = helpOf(path)
    expect(help).toMatch(new RegExp(`^Usage: auspex ${path.join(' ')}`))
    for (const line of help.split('\n').filter((each) => each.startsWith('  -'))) {
      expect(line).toMatch(/^ {2}-\S.* {2,}\S/)
    }
  })

  test.each(program.commands.map((command) => [command.name()]))(
    '%s is there without the commands of other files',
    async (name) => {
      const alone = await createProgram('0', name)
      expect(alone.commands.length).toBeLessThan(program.commands.length)
      expect(helpOf([name], alone)).toBe(helpOf([name]))
    },
  )

  test.each([[[]], [['sources', 'import']]])('the program itself prints it for %j', async (path) => {
    expect(await runAuspex([...path, '--help'])).toEqual({ code: 0, stdout: helpOf(path), stderr: '' })
  })
})

/** A catalogue of one source. */
function catalogue(url = 'http://127.0.0.1:1/feed'): string {
  const file = join(folder, `catalogue-${encodeURIComponent(url)}.yaml`)
  writeFileSync(
    file,
    `sources:
  - { id: one, name: One, homepage: "${url}", feeds: ["${url}"], language: en, country: HK, family: one, type: press,
      tier: 2, tierReason: A newsroom. }
`,
  )
  return file
}
