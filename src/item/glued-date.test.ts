import { expect, test } from 'vitest'
import { gluedDateLength } from './glued-date.ts'

const MAY_7 = Date.UTC(2026, 4, 7)
const at = (slug: string) => `https://lab.example/research/${slug}`

test.each([
  ['May 7, 2026Measuring what models know', 'what-models-know', 'Measuring what models know'],
  ['7 May 2026Measuring what models know', 'x', 'Measuring what models know'],
  ['Sept. 7, 2026Measuring what models know', 'x', undefined],
  // A label before the date.
  ['AlignmentMay 7, 2026Teaching a model why', 'why', 'Teaching a model why'],
  // A label behind it, where the address tells it from the title.
  ['May 7, 2026PolicyTrustworthy agents in practice', 'trustworthy-agents', 'Trustworthy agents in practice'],
  ['May 7, 2026Social EffectsGuidance that people ask for', 'guidance', 'Guidance that people ask for'],
  ['May 7, 2026ScienceHow Heron folds proteins', 'Heron-folds-proteins', 'How Heron folds proteins'],
  ['May 7, 2026AlignmentAn off switch for models', 'off-switch-models', 'An off switch for models'],
  ['May 7, 2026Economic ResearchHow Canada uses models', 'how-canada-uses-models', 'How Canada uses models'],
  ['May 7, 2026PolicyThe vote on agents', 'the-vote-on-agents', 'The vote on agents'],
  ['May 7, 2026OpenAI and its rivals', 'ai-rivals', 'OpenAI and its rivals'],
  ['May 7, 2026DeepMind and its rivals', 'and-its-rivals', 'DeepMind and its rivals'],
  ['May 7, 2026PolicyTrustworthy agents in practice', 'agents-2', 'PolicyTrustworthy agents in practice'],
  ['May 7, 2026DeepMind and its rivals', 'deepmind-rivals', 'DeepMind and its rivals'],
  ['May 7, 2026DeepMind and its rivals', undefined, 'DeepMind and its rivals'],
  // Of another day, and what somebody wrote.
  ['May 9, 2026Measuring what models know', 'x', undefined],
  ['Jun 31, 2026Measuring what models know', 'x', undefined],
  ['May 7, 2026: what models know', 'x', undefined],
  ['May 7, 2026 Measuring what models know', 'x', undefined],
  ['What changed by May 7, 2026AI models know', 'x', undefined],
  ['May 7, 2026a', 'x', undefined],
  ['May 7, 2026Notes', 'x', undefined],
  ['2026年5月7日新模型发布与评测结果', 'x', undefined],
  ['Release 7May 7, 2026Measuring what models know', 'x', undefined],
  [`${'A long sentence that no section of a site is called so longMay 7, 2026'}Measuring it`, 'x', undefined],
])('%s at %s', (title, slug, rest) => {
  const cut = gluedDateLength(title, MAY_7, slug === undefined ? undefined : at(slug))
  expect(title.slice(cut)).toBe(rest ?? title)
  if (cut > 0) expect(gluedDateLength(title.slice(cut), MAY_7, slug && at(slug))).toBe(0)
})

test('an entry without a date keeps its title', () => {
  expect(gluedDateLength('May 7, 2026Measuring what models know', undefined, undefined)).toBe(0)
})
