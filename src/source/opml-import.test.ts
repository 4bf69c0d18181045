import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleSource } from '../store/testing/samples.ts'
import { mergeCatalogues, parseCatalogue, writeCatalogue } from './catalogue.ts'
import { parseOpml } from './opml.ts'
import { planImport } from './opml-import.ts'
import { outlinesOf } from './write-opml.ts'

const listOf = (...outlines: string[]) => parseOpml(`<opml><body>${outlines.join('')}</body></opml>`)
const outline = (url: string, more = 'text="T"') => `<outline ${more} xmlUrl="${url}"/>`
const nowhere = () => false

describe('what following a list would do', () => {
  const followed = sampleSource('a', { feeds: [{ url: 'https://A.example/feed' }] })
  const off = sampleSource('b-example', { isEnabled: false, feeds: [{ url: 'https://b.example/feed' }] })
  const letters = sampleSource('letters', { kind: 'mail', feeds: [{ url: 'mailto:news@a.example' }] })

  test('new, known, and refused feeds are told apart', () => {
    const list = listOf(
      ...['https://a.example/feed#top', 'https://b.example/feed', 'https://b.example/other'].map((url) => outline(url)),
      ...['ftp://x.example/f', 'http://127.0.0.1:8080/f', 'https://printer.localhost/f', 'http://[::1]/f'].map((url) =>
        outline(url),
      ),
      outline(`https://c.example/${'x'.repeat(2_000)}`),
    )
    const { fresh, known, refused, left, isSalvaged } = planImport(list, [followed, off, letters], nowhere)
    expect(fresh).toMatchObject([
      { id: 'b-example-2', name: 'T', tier: 3, feeds: [{ url: 'https://b.example/other' }] },
    ])
    expect(known).toEqual([
      { feedUrl: 'https://a.example/feed#top', sourceId: 'a', isEnabled: true },
      { feedUrl: 'https://b.example/feed', sourceId: 'b-example', isEnabled: false },
    ])
    expect(refused.map(({ address, why }) => [address.slice(0, 28), why])).toEqual([
      ['ftp://x.example/f', 'noAddress'],
      ['http://127.0.0.1:8080/f', 'private'],
      ['https://printer.localhost/f', 'private'],
      ['http://[::1]/f', 'private'],
      ['https://c.example/xxxxxxxxxx', 'tooLong'],
    ])
    expect([left, isSalvaged]).toEqual([0, false])
  })

  test('a private host that may be read is one like others', () => {
    const list = listOf(outline('http://127.0.0.1:8080/f'), outline('http://127.0.0.1/f'))
    const { fresh, refused } = planImport(list, [], (host, port) => host === '127.0.0.1' && port === 8_080)
    expect([fresh.length, refused.length]).toEqual([1, 1])
  })

  test('of more than may be taken at once the first are, and what is left is counted', () => {
    const list = listOf(...Array.from({ length: 7 }, (_, at) => outline(`https://a.example/${at}`)))
    const { fresh, left } = planImport(list, [], nowhere, 5)
    expect(fresh.map(({ id }) => id)).toEqual(['a-example', 'a-example-2', 'a-example-3', 'a-example-4', 'a-example-5'])
    expect(left).toBe(2)
    expect(planImport(list, fresh, nowhere, 5)).toMatchObject({ left: 0, known: { length: 5 }, fresh: { length: 2 } })
  })

  test('whatever a list says, what comes of it can be kept, and is known afterwards', () => {
    const attribute = fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.replace(/[<&"]/g, '&lt;'))
    const row = fc.record({
      title: attribute,
      page: attribute,
      language: attribute,
      kind: attribute,
      host: fc.webUrl(),
    })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const list = listOf(
          ...rows.map(({ title, page, language, kind, host }) =>
            outline(
              host.replaceAll('&', '&amp;'),
              `text="${title}" htmlUrl="${page}" language="${language}" type="${kind}"`,
            ),
          ),
        )
        const { fresh } = planImport(list, [], nowhere)
        const kept = parseCatalogue(writeCatalogue({ sources: fresh, switchedOff: [] }), 'own')
        expect(mergeCatalogues({ sources: [], switchedOff: [] }, kept)).toEqual(fresh)
        expect(planImport(list, fresh, nowhere).fresh).toEqual([])
        // As the operator sends back what was chosen.
        if (fresh.length === 0) return
        const back = planImport(listOf(...fresh.flatMap(outlinesOf)), [], nowhere)
        expect(back.fresh.map(({ feeds }) => feeds)).toEqual(fresh.map(({ feeds }) => feeds))
      }),
    )
  })
})
