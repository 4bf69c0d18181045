import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { THREAD_NAMES } from '../src/run/thread-names.ts'
import { asciiCode } from './ascii-code.ts'
import { readingsOf } from './readings.ts'

/**
 * Builds `dist/` by esbuild: the program with what it imports in a few files, the one browser file, the style sheets as they
 * are. Reading 670 modules and those of the packages cost 0.9 s of CPU at every start of every thread and command. Types are
 * checked by `npm run check`, not here.
 */
const root = join(import.meta.dirname, '..')
const source = join(root, 'src')
const dist = join(root, 'dist')
const common: BuildOptions = { bundle: true, format: 'esm', logLevel: 'warning' }

/** Zod brings its messages in forty languages, and none of them is shown but the English: 300 KB in each thread. */
const englishZod: Plugin = {
  name: 'english-zod',
  setup: ({ onResolve, resolve }) =>
    onResolve({ filter: /\/locales\/index\.js$/ }, ({ importer, resolveDir, kind }) =>
      /[\\/]zod[\\/]v4[\\/]/.test(importer) ? resolve('../locales/en.js', { resolveDir, kind }) : undefined,
    ),
}

rmSync(dist, { recursive: true, force: true })
cpSync(join(source, 'site/static'), join(dist, 'static'), { recursive: true })
const { outputFiles } = await build({
  ...common,
  write: false,
  entryPoints: ['cli.ts', ...THREAD_NAMES.map((name) => `run/${name}.ts`)].map((file) => join(source, file)),
  outdir: dist,
  outbase: source,
  splitting: true,
  chunkNames: 'run/[name]-[hash]',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  // Names stay. Each thread keeps the text that it was compiled from, of which a half would be blanks.
  minifyWhitespace: true,
  // Packages with native code, with files of their own that they read, or that are only used where they are installed.
  plugins: [englishZod],
  external: ['@photostructure/sqlite', 'eld', 'linkedom', '@mozilla/readability', 'pg-native', 'esbuild'],
})
for (const { path, text } of outputFiles) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, asciiCode(withRequire(text)))
}
for (const name of ['site', 'listen', 'worker']) {
  await build({
    ...common,
    entryPoints: [join(source, `site/client/${name}.ts`)],
    outfile: join(dist, `static/${name}.js`),
    minify: true,
    target: 'es2022',
  })
}

mkdirSync(join(dist, 'read'))
for (const [name, json] of readingsOf(join(root, 'data'))) writeFileSync(join(dist, 'read', name), json)

/** Packages in CommonJS require Node's modules by name; where nothing is required, nothing is set up for it. */
function withRequire(text: string): string {
  if (!/\brequire\b/.test(text)) return text
  const head = text.startsWith('#!') ? text.indexOf('\n') + 1 : 0
  const setUp =
    "import { createRequire as createRequireHere } from 'node:module'\nconst require = createRequireHere(import.meta.url)\n"
  return text.slice(0, head) + setUp + text.slice(head)
}
