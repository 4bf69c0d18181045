import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { AssetPaths } from '../page-context.ts'

export interface Asset {
  readonly type: string
  readonly body: Uint8Array
  readonly gzip: Uint8Array
}

export interface Assets {
  readonly paths: AssetPaths
  /** By file name with its hash: `site.3f9c….css`. */
  readonly files: ReadonlyMap<string, Asset>
}

const STYLE_SHEETS = ['tokens.css', 'base.css', 'components.css'] as const

/**
 * Reads the site's own files once. Names carry a hash of the content, so that browsers may keep them for ever.
 * From the sources, where no build has run, the script is bundled in memory.
 */
export async function loadAssets(): Promise<Assets> {
  const css = STYLE_SHEETS.map((name) => readFileSync(fileOf(name), 'utf8')).join('')
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
      css: add('site', 'css', 'text/css; charset=utf-8', css),
      script: add('live', 'js', 'text/javascript; charset=utf-8', await liveScript()),
      icon: add('icon', 'svg', 'image/svg+xml', readFileSync(fileOf('favicon.svg'), 'utf8')),
    },
    files,
  }
}

async function liveScript(): Promise<string> {
  const built = fileOf('live.js')
  if (existsSync(built)) return readFileSync(built, 'utf8')
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../client/live.ts', import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  return outputFiles[0]!.text
}

function fileOf(name: string): string {
  return fileURLToPath(new URL(`../static/${name}`, import.meta.url))
}
