import type { Block, Run } from './document.ts'

/**
 * Renders a document as CommonMark. All text is escaped: the output contains no HTML, and only links to http(s).
 */
export function renderMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(blockText).join('\n\n')}\n`
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'heading': {
      const number = block.number === undefined ? '' : `${block.number}. `
      return `${'#'.repeat(block.level)} ${number}${runsText(block.runs)}`
    }
    case 'paragraph':
      return runsText(block.runs)
    case 'list':
      return block.items.map((runs) => `- ${runsText(runs)}`).join('\n')
  }
}

function runsText(runs: readonly Run[]): string {
  return runs.map(runText).join('')
}

function runText({ text, href, isBold, isItalic }: Run): string {
  const escaped = escapeMarkdown(text)
  if (href !== undefined) return `[${escaped}](<${href.replace(/[<>\s\\]/g, encodeURIComponent)}>)`
  return isBold ? `**${escaped}**` : isItalic ? `*${escaped}*` : escaped
}

/** Escapes every character that may have a meaning in CommonMark with a backslash; white space collapses to single spaces. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_{}[\]<>()#+!|~&-]/g, '\\$&')
    .replace(/^(\d{1,9})([.])(?=\s|$)/, '$1\\$2')
}
