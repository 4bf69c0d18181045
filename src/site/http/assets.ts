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

/** Made by the build from `client/live.ts`; not there in the sources. */
const BUILT_SCRIPT = 'live.js'
const STYLE_SHEETS = ['tokens.css', 'base.css', 'components.css'] as const

/**
 * Reads the site's own files once. Names carry a hash of the content, so that browsers may keep them for ever.
 * The build leaves them minified beside the code; from the sources, where no build has run, it is done in memory.
 */
export async function loadAssets(): Promise<Assets> {
  const { css, script } = existsSync(fileOf(BUILT_SCRIPT)) ? builtFiles() : await buildInMemory()
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
      script: add('live', 'js', 'text/javascript; charset=utf-8', script),
      icon: add('icon', 'svg', 'image/svg+xml', readFileSync(fileOf('favicon.svg'), 'utf8')),
    },
    files,
  }
}

function builtFiles(): { css: string; script: string } {
  return { css: styleSheets(), script: readFileSync(fileOf(BUILT_SCRIPT), 'utf8') }
}

async function buildInMemory(): Promise<{ css: string; script: string }> {
  const { build, transform } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../client/live.ts', import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  const { code } = await transform(styleSheets(), { loader: 'css', minify: true })
  return { css: code, script: outputFiles[0]!.text }
}

function styleSheets(): string {
  return STYLE_SHEETS.map((name) => readFileSync(fileOf(name), 'utf8')).join('')
}

function fileOf(name: string): string {
  return fileURLToPath(new URL(`../static/${name}`, import.meta.url))
}
