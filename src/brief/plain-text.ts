import type { Block, Run } from './document.ts'

/** Line width of plain-text mails (RFC 5322, section 2.1.1 recommends at most 78). */
const COLUMNS = 76

/** Renders a document as plain text for mail: headings underlined, links in angle brackets on lines of their own. */
export function renderPlainText(blocks: readonly Block[]): string {
  return `${blocks.map(blockText).join('\n\n')}\n`
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'heading': {
      const title = wrap(`${block.number === undefined ? '' : `${block.number}. `}${words(block.runs)}`)
      const mark = block.level === 1 ? '=' : '-'
      const width = Math.max(...title.split('\n').map((line) => line.length))
      return [title, mark.repeat(Math.min(COLUMNS, width)), ...addresses(block.runs)].join('\n')
    }
    case 'paragraph':
      return [wrap(words(block.runs)), ...addresses(block.runs)].join('\n')
    case 'list':
      return block.items
        .map((runs) => [wrap(`- ${words(runs)}`, '  '), ...addresses(runs).map((line) => `  ${line}`)].join('\n'))
        .join('\n')
  }
}

function words(runs: readonly Run[]): string {
  return runs
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Returns the links of runs, one per line; they are never wrapped, since half a URL is useless. */
function addresses(runs: readonly Run[]): readonly string[] {
  return runs.flatMap(({ href }) => (href === undefined ? [] : [`<${href.replace(/[<>\s]/g, encodeURIComponent)}>`]))
}

/** Wraps at spaces; text without spaces (Chinese, Japanese) stays on one line, which mail clients wrap. */
function wrap(text: string, indent = ''): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > COLUMNS) {
      lines.push(line)
      line = indent + word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}
