import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { PROGRAM_FOLDER, RUNS_FROM_SOURCE } from '../../lib/program-folder.ts'
import type { AssetPaths } from '../page-context.ts'

export interface Asset {
  readonly type: string
  readonly body: Uint8Array
  readonly gzip: Uint8Array
}

export interface Assets {
  /** Source text of the service worker; it is not among `files`, because its address must not change. */
  readonly worker: string
  readonly paths: AssetPaths
  /** By file name with its hash: `site.3f9c….css`. */
  readonly files: ReadonlyMap<string, Asset>
}

const STYLE_SHEETS = ['tokens.css', 'base.css', 'components.css'] as const

/** Loads the site's own files. Their names carry a hash of the content, so that browsers may keep them for ever. */
export async function loadAssets(): Promise<Assets> {
  const files = new Map<string, Asset>()
  const add = (name: string, extension: string, type: string, text: string): string => {
    const body = Buffer.from(text)
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 12)
    const file = `${name}.${hash}.${extension}`
    files.set(file, { type, body, gzip: gzipSync(body, { level: 9 }) })
    return `/static/${file}`
  }
  return {
    paths: {
      css: add('site', 'css', 'text/css; charset=utf-8', styleSheets()),
      script: add('site', 'js', 'text/javascript; charset=utf-8', await script('site')),
      listen: add('listen', 'js', 'text/javascript; charset=utf-8', await script('listen')),
      icon: add('icon', 'svg', 'image/svg+xml', readFileSync(fileOf('favicon.svg'), 'utf8')),
    },
    files,
    worker: await script('worker'),
  }
}

function styleSheets(): string {
  return STYLE_SHEETS.map((name) => withoutLayout(readFileSync(fileOf(name), 'utf8'))).join('')
}

/** Minifies one of our own style sheets, which have no braces, semicolons, colons or commas in strings. */
function withoutLayout(css: string): string {
  return css
    .replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replaceAll(';}', '}')
    .trim()
}

/** Returns a bundled script: as the build left it beside the style sheets, or bundled in memory when run from source. */
async function script(name: 'site' | 'listen' | 'worker'): Promise<string> {
  if (!RUNS_FROM_SOURCE) return readFileSync(fileOf(`${name}.js`), 'utf8')
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [join(PROGRAM_FOLDER, `src/site/client/${name}.ts`)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  return outputFiles[0]!.text
}

function fileOf(name: string): string {
  return join(PROGRAM_FOLDER, RUNS_FROM_SOURCE ? 'src/site/static' : 'dist/static', name)
}
