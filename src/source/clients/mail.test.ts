import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
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
