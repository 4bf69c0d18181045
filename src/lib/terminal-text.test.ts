import { expect, test } from 'vitest'
import { terminalText } from './terminal-text.ts'

test.each([
  ['Ein Titel\n\tin zwei Zeilen – 東京 🚄', 'Ein Titel\n\tin zwei Zeilen – 東京 🚄'],
  ['\u001b[2J\u001b]0;root\u0007gone', '[2J]0;rootgone'],
  ['true\rfalse\u0008\u007f', 'truefalse'],
  ['\u009b31mred', '31mred'],
])('%j is shown as %j', (text, shown) => {
  expect(terminalText(text)).toBe(shown)
})
