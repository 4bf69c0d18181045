import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { settingsPage } from '../src/settings.ts'

/** Writes the pages under `docs/` that are made from tables in the code. */
writeFileSync(join(import.meta.dirname, '../docs/settings.md'), settingsPage())
