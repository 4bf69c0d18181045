import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { expect, test } from 'vitest'
import { createProgram } from '../../src/commands/program.ts'

const root = join(import.meta.dirname, '../..')
const pages = ['README.md', 'CONTRIBUTING.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)].filter(
  (name) => name.endsWith('.md'),
)
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }

/** Every line of the `sh` blocks and every code span: what a reader would type. */
const typed = pages.flatMap((page) => {
  const text = readFileSync(join(root, page), 'utf8')
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) => block!.split('\n'))
  const spans = [...text.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map(([, span]) => span!)
  return [...blocks, ...spans].flatMap((line) => line.split(/&&|\s\|\s|#/)).map((line) => ({ page, line: line.trim() }))
})
const auspexLines = typed.filter(({ line }) => /^(npx )?auspex [a-z]/.test(line))
const npmLines = typed.filter(({ line }) => /^npm (run [a-z]|start|test)/.test(line))

test('there are commands to check', () => {
  expect([auspexLines.length > 8, npmLines.length > 4]).toEqual([true, true])
})

test.each(auspexLines)('$page: $line', async ({ line }) => {
  const words = line.replace(/^(npx )?auspex /, '').split(/\s+/)
  let command: Command = await createProgram('')
  while (command.commands.length > 0) {
    const name = words.shift()!
    const found = command.commands.find((each) => each.name() === name)
    expect(found, `${command.name()} ${name}`).toBeDefined()
    command = found!
  }
  const flags = words.filter((word) => word.startsWith('--')).map((word) => word.split('=')[0]!)
  for (const flag of flags) expect(command.options.map((option) => option.long)).toContain(flag)
})

test.each(npmLines)('$page: $line', ({ line }) => {
  const [, first, second] = line.split(/\s+/)
  expect(Object.keys(scripts)).toContain(first === 'run' ? second : first)
})
