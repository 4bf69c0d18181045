import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generatedPages } from '../../scripts/generated-pages.ts'

test('the generated pages are what the code says; "npm run docs" writes them', async () => {
  for (const [name, text] of Object.entries(await generatedPages())) {
    expect(readFileSync(join(import.meta.dirname, '../../docs', name), 'utf8'), name).toBe(text)
  }
})
