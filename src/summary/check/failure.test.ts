import { expect, test } from 'vitest'
import { type Failure, sayFailure } from './failure.ts'

test.each<[Failure, string]>([
  [{ rule: 'citation', reason: 'none', found: '' }, 'it cites nothing'],
  [{ rule: 'citation', reason: 'unknown-item', found: '7' }, 'it cites item 7, which is not there'],
  [{ rule: 'number', found: '$1.3bn', instead: '$1.2bn' }, 'the number “$1.3bn” is in no cited span (there: “$1.2bn”)'],
  [{ rule: 'date', found: 'Monday' }, 'the date “Monday” is in no cited span'],
  [{ rule: 'name', found: 'Acme', misplaced: true }, 'the name “Acme” belongs to something else in the cited spans'],
  [{ rule: 'polarity', found: 'opened', change: 'dropped' }, 'the cited spans deny what it states: “opened”'],
  [{ rule: 'polarity', found: 'not', change: 'added' }, 'it denies what the cited spans do not: “not”'],
  [
    { rule: 'modality', found: 'opened', said: 'fact', source: 'intent' },
    'it says “opened” as a fact, the cited spans as a plan',
  ],
  [{ rule: 'coverage', found: 'x', share: 0.256 }, 'too little of it is in the cited spans (26 %): “x”'],
  [{ rule: 'coverage', found: 'x', score: 0.5 }, 'the documents do not carry it (score 0.50); in doubt: x'],
])('%j in words', (failure, words) => {
  expect(sayFailure(failure)).toBe(words)
})
