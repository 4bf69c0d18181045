import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { firstState } from '../schedule.ts'
import type { ClientContext, PolledFeed } from './client.ts'
import { mailClient } from './mail.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'auspex-mail-'))
})
afterEach(() => rm(folder, { recursive: true }))

const context = { now: () => 0 } as unknown as ClientContext
const feed: PolledFeed = { url: 'mailto:Letter@Press.example', kind: 'mail', sourceId: 'a' }
const eml = (...lines: string[]) => lines.join('\r\n')

test('letters of the sender are entries, others are passed over', async () => {
  await writeFile(
    join(folder, '1.eml'),
    eml(
      'From: =?UTF-8?B?5Lit5paH?= <letter@press.example>',
      'Message-ID: <n1@press.example>',
      'Subject: Harbour opens data centre',
      'Date: Sun, 22 Nov 2026 09:00:00 +0800',
      'Archived-At: <https://press.example/letters/1>',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>It has <b>40</b> racks.</p><a href="https://press.example/unsubscribe?u=1">Unsubscribe</a>',
    ),
  )
  await writeFile(join(folder, '2.eml'), eml('From: spam@other.example', 'Subject: Buy', '', 'x'))
  await writeFile(
    join(folder, '3.eml'),
    eml('From: letter@press.example', 'Subject: Plain', '', 'One.', '', 'Two <b>.'),
  )
  await writeFile(join(folder, 'note.txt'), 'From: letter@press.example')
  const outcome = await mailClient(folder).poll(feed, context)
  if (outcome.type !== 'read') throw new Error(JSON.stringify(outcome))
  const byTitle = new Map(outcome.feed.entries.map((entry) => [entry.title, entry]))
  expect(byTitle.size).toBe(2)
  expect(byTitle.get('Harbour opens data centre')).toMatchObject({
    id: '<n1@press.example>',
    link: 'https://press.example/letters/1',
    authors: ['中文'],
    content: expect.stringContaining('<b>40</b>'),
  })
  expect(byTitle.get('Plain')!.content).toMatch(/^<p>One\.<\/p><p>Two &lt;b&gt;\.(?:<br>)?<\/p>$/)
  expect(byTitle.get('Plain')!.id).toMatch(/^sha256:/)
})

test('a folder that is not set, or not there, is said in words', async () => {
  expect(await mailClient(undefined).poll(feed, context)).toMatchObject({
    error: expect.stringContaining('mail_folder'),
  })
  expect(await mailClient(join(folder, 'none')).poll(feed, context)).toMatchObject({
    error: 'the folder of letters cannot be read (ENOENT)',
  })
})

async function pollFrom(cursor: string | undefined, more: Partial<ClientContext> = {}) {
  const state = { ...firstState(feed.url, 'a', 0), cursor }
  const outcome = await mailClient(folder).poll({ ...feed, state }, { ...context, ...more })
  if (outcome.type !== 'read') throw new Error(JSON.stringify(outcome))
  return { titles: outcome.feed.entries.map(({ title }) => title), cursor: outcome.cursor }
}

test('a thousand letters dropped at once are all read, a part at each poll, and each once', async () => {
  const subjects = Array.from({ length: 450 }, (_, n) => `Letter ${n}`)
  for (const [n, subject] of subjects.entries()) {
    await writeFile(join(folder, `${n}.eml`), eml('From: letter@press.example', `Subject: ${subject}`, '', 'x'))
  }
  const read: (string | undefined)[] = []
  let cursor: string | undefined
  for (let polls = 0; polls < 3; polls++) {
    const part = await pollFrom(cursor)
    read.push(...part.titles)
    cursor = part.cursor
  }
  expect(read.toSorted()).toEqual(subjects.toSorted())
  expect((await pollFrom(cursor)).titles).toEqual([])
  // A mail program that keeps the dates of its files.
  await writeFile(join(folder, 'old.eml'), eml('From: letter@press.example', 'Subject: Moved in', '', 'x'))
  await utimes(join(folder, 'old.eml'), new Date(0), new Date(0))
  expect((await pollFrom(cursor)).titles).toEqual(['Moved in'])
})

test('letters for which there is no room are read later', async () => {
  for (const n of [1, 2, 3]) {
    await writeFile(join(folder, `${n}.eml`), eml('From: letter@press.example', `Subject: ${n}`, '', 'x'))
  }
  let room = 2
  const part = await pollFrom(undefined, { hold: () => room-- > 0 })
  expect(part.titles).toEqual(['1', '2'])
  expect((await pollFrom(part.cursor)).titles).toEqual(['3'])
})
