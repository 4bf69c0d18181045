import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createProgram } from '../../src/commands/program.ts'
import { unknownVariables } from '../../src/settings.ts'

const root = join(import.meta.dirname, '../..')
const read = (name: string) => readFileSync(join(root, name), 'utf8')
const steps = read('Dockerfile')
  .split('\n')
  .map((line) => /^([A-Z]+) (.*)$/.exec(line))
  .flatMap((found) => (found ? [{ name: found[1]!, rest: found[2]! }] : []))
const restsOf = (name: string) => steps.filter((step) => step.name === name).map(({ rest }) => rest)

test('the image has a Node.js that the program takes', () => {
  const least = /^>=(\d+)\./.exec((JSON.parse(read('package.json')) as { engines: { node: string } }).engines.node)
  const majors = restsOf('FROM').map((image) => Number(/^node:(\d+)-/.exec(image)?.[1]))
  expect(majors.length).toBe(2)
  expect(majors.every((major) => major >= Number(least![1]))).toBe(true)
})

test('what is copied is there, and is not left out of what a build is given', () => {
  const given = new Set(read('.dockerignore').match(/(?<=^!).+$/gm))
  const copied = restsOf('COPY')
    .filter((rest) => !rest.startsWith('--from'))
    .flatMap((rest) => rest.split(' ').slice(0, -1))
  expect(copied.filter((name) => !existsSync(join(root, name)) || !given.has(name))).toEqual([])
  expect([...given].filter((name) => !copied.includes(name))).toEqual([])
})

test('it starts a command that there is, with settings that there are', async () => {
  expect(restsOf('ENTRYPOINT')).toEqual(['["node", "dist/cli.js"]'])
  const [command] = JSON.parse(restsOf('CMD')[0]!) as string[]
  expect((await createProgram('')).commands.map((each) => each.name())).toContain(command)
  const variables = restsOf('ENV').flatMap((rest) => rest.split(' ').map((each) => each.split('=') as [string, string]))
  expect(variables.length).toBeGreaterThan(1)
  expect(unknownVariables(Object.fromEntries(variables))).toEqual([])
})
