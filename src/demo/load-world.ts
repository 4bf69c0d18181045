import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { z } from 'zod'
import { readBefore } from '../lib/read-before.ts'
import { buildWorld } from './build-world.ts'
import type { DemoEntry, DemoEvent, DemoPublisher, DemoWorld, FeedFormat } from './world.ts'
import { DemoWorldError } from './world-error.ts'
import { eventsFile, type PublisherLine, publishersFile } from './world-format.ts'

/**
 * Reads the demo world from `publishers.yaml` and every `events/*.yaml` in a folder.
 * @throws DemoWorldError for the first file that breaks the format, or for keys and feeds that do not match up
 */
export function loadWorld(directory: string): DemoWorld {
  const publishers = readYaml(directory, 'publishers.yaml', publishersFile).map(readPublisher)
  const events: DemoEvent[] = []
  for (const file of readdirSync(join(directory, 'events')).sort()) {
    if (file.endsWith('.yaml')) events.push(...readYaml(directory, `events/${file}`, eventsFile).map(readEvent))
  }
  return buildWorld(publishers, events)
}

function readYaml<S extends z.ZodType>(directory: string, file: string, schema: S): z.infer<S> {
  let content: unknown
  try {
    const text = readFileSync(join(directory, file), 'utf8')
    content = readBefore('yaml', text) ?? parse(text)
  } catch (cause) {
    throw new DemoWorldError(file, [cause instanceof Error ? cause.message : String(cause)])
  }
  const result = schema.safeParse(content)
  if (!result.success) {
    throw new DemoWorldError(
      file,
      result.error.issues.slice(0, 8).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    )
  }
  return result.data
}

const KIND_OF_FORMAT: Record<FeedFormat, DemoPublisher['kind']> = {
  rss2: 'rss',
  rdf: 'rss',
  atom: 'atom',
  jsonfeed: 'json',
  mastodon: 'mastodon',
  github: 'github',
}

function readPublisher(line: PublisherLine): DemoPublisher {
  return { ...line, kind: line.kind ?? KIND_OF_FORMAT[line.format] }
}

function readEvent(line: z.infer<typeof eventsFile>[number]): DemoEvent {
  const entries: DemoEntry[] = line.entries.map(({ feed, at, deletedAt, edit, key, ...rest }, index) => ({
    ...rest,
    key: key ?? `${line.id}-${index + 1}`,
    eventId: line.id,
    feedId: feed,
    minute: at,
    ...(edit && { edit: { minute: edit.at, title: edit.title, text: edit.text } }),
    ...(deletedAt !== undefined && { deletedMinute: deletedAt }),
  }))
  return { id: line.id, kind: line.kind, cases: line.cases, entries }
}
