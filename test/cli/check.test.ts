import { describe, expect, test } from 'vitest'
import { runAuspex } from '../run/auspex-process.ts'

const REPORT = 'Halden Compute raised $410 million on Monday. The company will build two halls in Kulai.'
const check = async (rows: readonly unknown[]) => {
  const input = rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n')
  return runAuspex(['check'], input)
}

describe('check', () => {
  test('answers a line for each, in the shape that is promised', async () => {
    const { code, stdout } = await check([
      { id: 'a', documents: [REPORT], summary: 'Halden Compute raised $410 million. It has built two halls in Kulai.' },
      { id: 2, documents: [REPORT], summary: 'Halden Compute raised $410 million on Monday.' },
    ])
    expect(code).toBe(0)
    const [first, second] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(Object.keys(first)).toEqual(['id', 'supported', 'score', 'sentences'])
    expect([first.id, first.supported, second.id, second.supported]).toEqual(['a', false, 2, true])
    const [truth, plan] = first.sentences
    expect(truth).toMatchObject({ text: 'Halden Compute raised $410 million.', supported: true, failures: [] })
    const [{ document, start, end, quote }] = truth.spans
    expect([REPORT][document]!.slice(start, end)).toBe(quote)
    expect(plan).toMatchObject({
      supported: false,
      failures: [
        { rule: 'modality', said: 'fact', source: 'intent', inWords: expect.stringMatching(/as a fact.*as a plan/) },
      ],
    })
    for (const { score } of [first, second, truth, plan]) expect(score).toSatisfy((it: number) => it >= 0 && it <= 1)
  })

  test.each([
    ['nonsense', /Line 1: not JSON/],
    [{ id: 1, documents: REPORT, summary: 'x' }, /Line 1: "documents" must be a list of texts/],
    [{ id: 1, documents: [REPORT], summary: 7 }, /Line 1: .*summary/],
  ])('says what is wrong with %j', async (row, message) => {
    const { code, stderr } = await check([row])
    expect(code).toBe(1)
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/\n {4}at /)
  })
})
