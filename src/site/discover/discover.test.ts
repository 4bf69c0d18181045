import { describe, expect, test } from 'vitest'
import { isAllowedByRobots, parseRobots } from '../../source/robots.ts'
import { sampleSite } from '../testing/sample-site.ts'
import { sitemapXml } from './sitemap.ts'

const ORIGIN = 'https://news.example'
const site = sampleSite()

const text = async (path: string) => (await site.request(ORIGIN + path)).text()

describe('sitemap.xml', () => {
  test('names pages that are there, by the address that they call their own', async () => {
    const response = await site.request(`${ORIGIN}/sitemap.xml`)
    expect(response.headers.get('content-type')).toBe('application/xml; charset=utf-8')
    const addresses = [...(await response.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address!)
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(addresses.filter((address) => address.includes('/s/')).length).toBeGreaterThan(5)
    for (const address of addresses) {
      const page = await site.request(address)
      const html = await page.text()
      expect([address, page.status, html.includes('content="noindex"')]).toEqual([address, 200, false])
      expect(/<link rel="canonical" href="([^"]+)"/.exec(html)?.[1]).toBe(address)
    }
  })

  test('says when a story changed, and who has it may ask whether it did', async () => {
    const [newest] = (await site.deps.store.listStories({ order: 'newest', limit: 1 })).stories
    const xml = await text('/sitemap.xml')
    expect(xml).toContain(`<lastmod>${new Date(newest!.updatedAt).toISOString()}</lastmod>`)
    const tag = (await site.request('/sitemap.xml')).headers.get('etag')!
    expect((await site.request('/sitemap.xml', { headers: { 'If-None-Match': tag } })).status).toBe(304)
  })

  test('escapes what an address may hold', () => {
    expect(sitemapXml(ORIGIN, [{ path: `/?a=1&b='<">` }])).toContain(
      '<loc>https://news.example/?a=1&amp;b=&#39;&lt;&quot;&gt;</loc>',
    )
  })
})

test('robots.txt keeps robots off what is one reader’s alone, and leads to the sitemap', async () => {
  const robots = await text('/robots.txt')
  const rules = parseRobots(robots)
  const isAllowed = (path: string) => isAllowedByRobots(rules, 'AnyBot', ORIGIN + path)
  expect(['/', '/s/1', '/hub'].map(isAllowed)).toEqual([true, true, true])
  expect(['/saved', '/admin', '/search?q=x', '/events'].map(isAllowed)).toEqual([false, false, false, false])
  expect(robots).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`)
})

test('llms.txt leads to pages that are there', async () => {
  const links = [...(await text('/llms.txt')).matchAll(/\]\(([^)]+)\)/g)].map(([, address]) => address!)
  expect(links.length).toBeGreaterThan(8)
  for (const address of links.filter((each) => !/\/(?:mcp|events)$/.test(each))) {
    expect([address, (await site.request(address)).status]).toEqual([address, 200])
  }
})
