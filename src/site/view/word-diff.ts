/** A run of words with the same change. */
export interface DiffRun {
  readonly change: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Maximum words per side to compare word by word; the table is quadratic. */
const MOST_WORDS = 400

/**
 * Compares two short texts word by word (CJK by dictionary words).
 *
 * Longest common subsequence, O(n·m) in words. If either text exceeds 400 words, the whole text is returned as removed and added.
 */
export function wordDiff(from: string, to: string): readonly DiffRun[] {
  const a = wordsOf(from)
  const b = wordsOf(to)
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) {
    return [
      { change: 'removed', text: from },
      { change: 'added', text: to },
    ]
  }
  const width = b.length + 1
  const longest = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        a[i] === b[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!)
    }
  }
  const runs: DiffRun[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      runs.push({ change: 'same', text: a[i]! })
      i++
      j++
    } else if (j >= b.length || (i < a.length && longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)) {
      runs.push({ change: 'removed', text: a[i++]! })
    } else {
      runs.push({ change: 'added', text: b[j++]! })
    }
  }
  return joined(runs)
}

/** Joins neighbouring words into runs, removed before added; a space between two changes belongs to both. */
function joined(words: readonly DiffRun[]): readonly DiffRun[] {
  const runs: DiffRun[] = []
  let removed = ''
  let added = ''
  let same = ''
  const flush = () => {
    if (removed) runs.push({ change: 'removed', text: removed })
    if (added) runs.push({ change: 'added', text: added })
    removed = ''
    added = ''
  }
  words.forEach(({ change, text }, index) => {
    const isGap = change === 'same' && same === '' && text.trim() === '' && isChange(words[index + 1])
    if (isGap && (removed || added)) {
      removed += text
      added += text
    } else if (change === 'same') {
      flush()
      same += text
    } else {
      if (same) runs.push({ change: 'same', text: same })
      same = ''
      if (change === 'removed') removed += text
      else added += text
    }
  })
  flush()
  if (same) runs.push({ change: 'same', text: same })
  return runs
}

function isChange(run: DiffRun | undefined): boolean {
  return run !== undefined && run.change !== 'same'
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

function wordsOf(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
