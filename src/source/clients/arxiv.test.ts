import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Answer, type Loopback, openLoopback } from '../testing/loopback.ts'
import { pollsOf } from '../testing/poll-client.ts'

interface Paper {
  readonly id: string
  readonly updated: string
  readonly doi?: string
}

const paper = ({
  id,
  updated,
  doi,
}: Paper) => `<entry><id>http://arxiv.org/abs/${id}</id><title>On chips\n  and power</title>
  <updated>${updated}</updated><published>2026-11-01T00:00:00Z</published><summary>We show that it works.</summary>
  <link href="https://arxiv.org/abs/${id}" rel="alternate" type="text/html"/>
  <link href="https://arxiv.org/pdf/${id}" rel="related" type="application/pdf" title="pdf"/>
  <author><name>A. Lam</name></author>${doi ? `<arxiv:doi>${doi}</arxiv:doi>` : ''}<category term="cs.AI"/></entry>`
const atom = (...entries: string[]) =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">${entries.join('')}</feed>`

let loopback: Loopback
let papers: Paper[]
beforeAll(async () => {
  loopback = await openLoopback()
  const answer: Answer = (request, response) => {
    const query = new URL(request.url!, 'http://x').searchParams
    const start = Number(query.get('start'))
    response.end(atom(...papers.slice(start, start + Number(query.get('max_results'))).map(paper)))
  }
  loopback.answers.set('/api/query', answer)
})
beforeEach(() => {
  loopback.asked.length = 0
})
afterAll(() => loopback.close())

const search = () => pollsOf(loopback, 'arxiv', `${loopback.url}/api/query?search_query=cat:cs.AI`)
const dayOf = (n: number) => new Date(Date.UTC(2026, 10, 2) + n * 3_600_000).toISOString().replace('.000', '')

test('a paper is one entry in all its versions, with PDF and DOI', async () => {
  papers = [{ id: '2611.00001v1', updated: dayOf(1), doi: '10.1000/xyz' }]
  const polls = search()
  const [first] = (await polls.read()).feed.entries
  expect(first).toMatchObject({
    id: 'https://arxiv.org/abs/2611.00001',
    link: 'https://arxiv.org/abs/2611.00001',
    title: 'On chips and power',
    summary: 'We show that it works.',
    related: [
      { kind: 'pdf', url: 'https://arxiv.org/pdf/2611.00001v1' },
      { kind: 'doi', url: 'https://doi.org/10.1000/xyz' },
    ],
  })
  papers = [{ id: '2611.00001v2', updated: dayOf(5) }]
  expect((await polls.read()).feed.entries[0]!.id).toBe(first!.id)
  expect(loopback.asked[0]).toMatch(/sortBy=lastUpdatedDate&sortOrder=descending/)
})

test('pages are read back to what the last poll saw', async () => {
  papers = [{ id: '2611.1', updated: dayOf(0) }]
  const polls = search()
  await polls.read()
  papers = Array.from({ length: 250 }, (_, n) => ({ id: `2611.${1_250 - n}`, updated: dayOf(250 - n) })).concat(papers)
  loopback.asked.length = 0
  expect((await polls.read()).feed.entries).toHaveLength(251)
  expect(loopback.asked).toHaveLength(3)
  loopback.asked.length = 0
  await polls.read()
  expect(loopback.asked).toHaveLength(1)
})

test('a query that arXiv cannot read fails in words', async () => {
  const refusal = '<entry><id>http://arxiv.org/api/errors#incorrect_id</id><title>Error</title></entry>'
  loopback.answers.set('/bad/api/query', ((_, response) => response.end(atom(refusal))) satisfies Answer)
  const polls = pollsOf(loopback, 'arxiv', `${loopback.url}/bad/api/query?id_list=x`)
  expect(await polls.outcome()).toMatchObject({ error: expect.stringContaining('arXiv could not read the query') })
})
