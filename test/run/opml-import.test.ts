import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { CLI, runAuspex, startAuspexProcess, until } from './auspex-process.ts'

const PASSWORD = 'correct horse battery'

/** Feeds on a port of their own: `/1`, `/2` … */
async function startFeeds() {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(200, { 'content-type': 'application/rss+xml' })
    response.end(
      `<rss version="2.0"><channel><title>T</title><link>http://x.example/</link><description/><item><title>Item of ${request.url}</title><guid>${request.url}</guid></item></channel></rss>`,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { asked, host: `127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}

test('a list uploaded in the browser is polled by the running program, and pages answer meanwhile', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'auspex-opml-'))
  const feeds = await startFeeds()
  const none = join(folder, 'none.yaml')
  writeFileSync(none, 'sources: []\n')
  const data = join(folder, 'data')
  const shared = ['--data', data, '--sources', none, '--allow-private', feeds.host]
  await runAuspex(['admin', 'password', '--data', data], `${PASSWORD}\n`)
  const auspex = await startAuspexProcess(['start', '--port', '0', ...shared])
  try {
    const ask = (path: string, init: RequestInit = {}) => fetch(auspex.url + path, { redirect: 'manual', ...init })
    const signedIn = await ask('/admin/sign-in', { method: 'POST', body: new URLSearchParams({ password: PASSWORD }) })
    const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!
    const page = await (await ask('/admin/sources', { headers: { cookie } })).text()
    const csrf = /name="csrf" value="([^"]+)"/.exec(page)![1]!
    // Two feeds that are there, among thousands that are refused: the thread that reads the list has work to do.
    const outlines = Array.from({ length: 20_000 }, (_, at) => `<outline text="x" xmlUrl="http://10.0.0.1/${at}"/>`)
    outlines.push(...['/1', '/2'].map((path) => `<outline text="Feed ${path}" xmlUrl="http://${feeds.host}${path}"/>`))
    const form = new FormData()
    form.set('csrf', csrf)
    form.set('opml', new File([`<opml><body>${outlines.join('')}</body></opml>`], 'feeds.opml'))
    let answers = 0
    let isDone = false
    const reading = (async () => {
      while (!isDone) {
        await (await ask('/status')).text()
        answers++
      }
    })()
    const html = await (await ask('/admin/sources', { method: 'POST', body: form, headers: { cookie } })).text()
    isDone = true
    await reading
    expect(answers).toBeGreaterThan(2)
    expect(html).toContain('20,000 addresses are refused')
    const chosen = [...html.matchAll(/name="outline" value="([^"]*)"/g)].map(([, value]) =>
      value!.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
    )
    expect(chosen).toHaveLength(2)
    const as: [string, string][] = [
      ['tier', '2'],
      ['type', 'press'],
      ['reason', 'two newsrooms'],
    ]
    const body = new URLSearchParams([
      ['csrf', csrf],
      ...as,
      ...chosen.map((each): [string, string] => ['outline', each]),
    ])
    const followed = await ask('/admin/sources/import', { method: 'POST', body, headers: { cookie } })
    expect(followed.headers.get('location')).toBe('/admin/sources?added=2&act=1')
    await until('both feeds are read', async () =>
      feeds.asked.includes('/1') && feeds.asked.includes('/2') ? true : undefined,
    )
    await until('their items are stored', async () => {
      const { items } = (await (await ask('/api/v1/status')).json()) as { items: number }
      return items >= 2 ? true : undefined
    })
    expect(readFileSync(join(data, 'sources.yaml'), 'utf8')).toContain(`http://${feeds.host}/2`)
    const exported = await ask('/admin/sources.opml', { headers: { cookie } })
    expect(await exported.text()).toContain(`xmlUrl="http://${feeds.host}/1"`)

    const undo = new URLSearchParams({ csrf, act: 'undo', undo: '1', reason: 'no newsrooms' })
    const undone = await ask('/admin/act', { method: 'POST', body: undo, headers: { cookie } })
    expect(undone.headers.get('location')).toBe('/admin?act=2')
    expect(
      await until('the import is undone', async () => {
        const { sources } = (await (await ask('/api/v1/sources')).json()) as { sources: { isEnabled: boolean }[] }
        return sources.every(({ isEnabled }) => !isEnabled) ? sources.length : undefined
      }),
    ).toBe(2)
    expect(readFileSync(join(data, 'sources.yaml'), 'utf8')).not.toContain(feeds.host)
    const { items } = (await (await ask('/api/v1/status')).json()) as { items: number }
    expect(items).toBe(2)
    const corrections = await (await ask('/corrections')).text()
    expect(corrections).toContain('no newsrooms')
    expect(corrections).toContain('two newsrooms')
  } finally {
    await auspex.stop()
    feeds.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('an import that is killed is, after a start, either followed and to be undone, or not there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'auspex-opml-killed-'))
  const none = join(folder, 'none.yaml')
  const list = join(folder, 'list.opml')
  writeFileSync(none, 'sources: []\n')
  const outlines = Array.from({ length: 300 }, (_, at) => `<outline text="x" xmlUrl="http://f${at}.invalid/"/>`)
  writeFileSync(list, `<opml><body>${outlines.join('')}</body></opml>`)
  const outcomes = new Set<string>()
  // Killed before the catalogue is written, as soon as it is there, and a little later.
  for (const [name, afterMs] of [
    ['.sources.yaml.lock', 0],
    ['sources.yaml', 0],
    ['sources.yaml', 10],
    ['sources.yaml', 40],
  ] as const) {
    const data = mkdtempSync(join(folder, 'data-'))
    const importing = spawn(process.execPath, [CLI, 'sources', 'import', list, '--data', data, '--sources', none])
    const ended = once(importing, 'exit')
    while (importing.exitCode === null && !existsSync(join(data, name))) await sleep(1)
    await sleep(afterMs)
    importing.kill('SIGKILL')
    await ended
    const auspex = await startAuspexProcess(['start', '--port', '0', '--data', data, '--sources', none])
    await auspex.stop()
    const isFollowed = existsSync(join(data, 'sources.yaml'))
    const { stdout } = await runAuspex(['admin', 'acts', '--json', '--data', data])
    const acts = JSON.parse(stdout) as { act: { sourceIds: string[] }; undo?: object }[]
    expect(acts.map(({ act, undo }) => [act.sourceIds.length, undo !== undefined])).toEqual(
      isFollowed ? [[300, true]] : [],
    )
    outcomes.add(isFollowed ? 'followed' : 'not there')
  }
  expect(outcomes).toContain('followed')
  rmSync(folder, { recursive: true, force: true })
})

test('a process that only serves takes no list, and says where one is taken', async () => {
  const data = mkdtempSync(join(tmpdir(), 'auspex-opml-serve-'))
  await runAuspex(['admin', 'password', '--data', data], `${PASSWORD}\n`)
  const auspex = await startAuspexProcess(['serve', '--port', '0', '--data', data])
  try {
    const body = new URLSearchParams({ password: PASSWORD })
    const signedIn = await fetch(`${auspex.url}/admin/sign-in`, { method: 'POST', body, redirect: 'manual' })
    const headers = { cookie: signedIn.headers.get('set-cookie')!.split(';')[0]! }
    expect(await (await fetch(`${auspex.url}/admin/sources`, { headers })).text()).toContain('This process only serves')
  } finally {
    await auspex.stop()
    rmSync(data, { recursive: true, force: true })
  }
})
