import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { parseEntities } from '../src/entity/entity-file.ts'
import { type Reading, readingFile } from '../src/lib/read-before.ts'
import { parseBeat } from '../src/rank/beat-file.ts'
import { parseCatalogue } from '../src/source/catalogue.ts'

/** How each of the shipped data's files is read that the program would read anew at every start. */
const READERS: Readonly<Record<Reading, (text: string, name: string) => unknown>> = {
  yaml: (text) => parse(text),
  catalogue: parseCatalogue,
  entities: (text, name) => parseEntities(text, name),
  beat: parseBeat,
}

/** Files in the data folder, by how they are read. */
function filesOf(data: string): readonly (readonly [Reading, string])[] {
  const yamlIn = (folder: string) => readdirSync(join(data, folder)).filter((name) => name.endsWith('.yaml'))
  return [
    ['catalogue', 'sources.yaml'],
    ['entities', 'entities.jsonl'],
    ['beat', 'beat.yaml'],
    ...['hubs', 'indicators', 'demo', 'demo/events'].flatMap((folder) =>
      yamlIn(folder).map((name) => ['yaml', `${folder}/${name}`] as const),
    ),
  ]
}

/** @returns what the shipped files say as JSON, by the name that `readBefore` looks for */
export function readingsOf(data: string): ReadonlyMap<string, string> {
  return new Map(
    filesOf(data).map(([reading, name]) => {
      const text = readFileSync(join(data, name), 'utf8')
      return [readingFile(reading, text), JSON.stringify(READERS[reading](text, `data/${name}`))]
    }),
  )
}
