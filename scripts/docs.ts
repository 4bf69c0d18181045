import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generatedPages } from './generated-pages.ts'

/** Writes the pages under `docs/` that are made from the code. */
for (const [name, text] of Object.entries(await generatedPages())) {
  writeFileSync(join(import.meta.dirname, '../docs', name), text)
}
