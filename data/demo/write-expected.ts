import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { goldStories } from '../../src/demo/gold-stories.ts'
import { loadWorld } from '../../src/demo/load-world.ts'

const lines = goldStories(loadWorld(import.meta.dirname)).map((line) => `  ${JSON.stringify(line)}`)
writeFileSync(join(import.meta.dirname, 'expected.json'), `[\n${lines.join(',\n')}\n]\n`)
