import type { Block, Run } from './document.ts'

/**
 * A document as CommonMark. Everything from outside is escaped; no HTML and no link but http(s) comes out of it.
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

/** Backslash before every character that CommonMark gives a meaning where it stands; line breaks become blanks. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_{}[\]<>()#+!|~&-]/g, '\\$&')
    .replace(/^(\d{1,9})([.])(?=\s|$)/, '$1\\$2')
}
