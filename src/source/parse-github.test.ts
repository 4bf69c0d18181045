import { expect, test } from 'vitest'
import { parseFeed } from './parse-feed.ts'

/** As documented for `GET /repos/{owner}/{repo}/releases`. */
const release = {
  html_url: 'https://github.com/acme/engine/releases/tag/v2.0.0',
  tag_name: 'v2.0.0',
  name: 'v2.0.0',
  draft: false,
  prerelease: true,
  body: 'Faster <b>and</b> smaller.\r\n\r\n- one\n- two',
  published_at: '2026-11-22T09:00:00Z',
  author: { login: 'lam' },
  assets: [{ browser_download_url: 'https://github.com/acme/engine/x.tgz', content_type: 'application/gzip' }],
}

test('releases are entries that name their repository; drafts are none', () => {
  const { entries } = parseFeed(Buffer.from(JSON.stringify([{ ...release, draft: true }, release])), { kind: 'github' })
  expect(entries).toMatchObject([
    {
      id: release.html_url,
      title: 'engine v2.0.0',
      content: '<p>Faster &lt;b&gt;and&lt;/b&gt; smaller.</p><p>- one<br>- two</p>',
      ...{ authors: ['lam'], published: '2026-11-22T09:00:00Z', categories: ['prerelease'] },
    },
  ])
  expect(parseFeed(Buffer.from('[]'), { kind: 'github' }).entries).toEqual([])
})
