import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addStory, NOON } from '../../src/site/testing/day.ts'
import { SOURCES } from '../../src/site/testing/sample-sources.ts'
import { sampleStories } from '../../src/site/testing/sample-stories.ts'
import { openStore } from '../../src/store/open-store.ts'
import { asOrdinaryUser } from '../../src/store/testing/postgres.ts'
import { CLI } from './auspex-process.ts'

// Of one that was copied while it was open the log lies beside it, and SQLite opens it without a word.
test.each([true, false])(
  'a user who may only read the files is offered nothing to write; closed before: %s',
  async (isClosed) => {
    const written = mkdtempSync(join(tmpdir(), 'auspex-written-'))
    const data = mkdtempSync(join(tmpdir(), 'auspex-readonly-'))
    const store = await openStore({ file: join(written, 'auspex.db') })
    await store.saveSources(SOURCES)
    for (const story of sampleStories(NOON)) await addStory(store, story)
    if (isClosed) await store.close()
    cpSync(written, data, { recursive: true })
    if (!isClosed) await store.close()
    rmSync(written, { recursive: true })
    for (const name of readdirSync(data)) chmodSync(join(data, name), 0o444)
    chmodSync(data, 0o555)
    const [command, args] = asOrdinaryUser(process.execPath, [CLI, 'serve', '--data', data, '--port', '0'])
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    try {
      const [first] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string]
      const url = /Auspex is at (http\S+)/.exec(first)![1]!
      const page = await fetch(`${url}/s/1`)
      expect(page.status).toBe(200)
      expect(await page.text()).not.toContain('/report"')
      for (const path of ['/s/1/report', '/admin', '/subscribe']) {
        const answer = await fetch(url + path)
        expect(answer.status, path).toBe(503)
        expect(await answer.text()).toContain('This site only shows what is stored')
      }
      expect(said).toContain('the database cannot be written')
    } finally {
      child.kill('SIGINT')
      await once(child, 'close')
      chmodSync(data, 0o755)
      rmSync(data, { recursive: true, force: true })
    }
  },
)
