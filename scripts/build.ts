import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

/** Compiles `src/` to `dist/`: the program by TypeScript, the one browser file by esbuild, the style sheets as they are. */
const root = join(import.meta.dirname, '..')
const bin = join(root, 'node_modules', '.bin')
const dist = join(root, 'dist')

rmSync(dist, { recursive: true, force: true })
execFileSync(join(bin, 'tsc'), ['-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' })
const statics = join(root, 'src/site/static')
if (existsSync(statics)) cpSync(statics, join(dist, 'site/static'), { recursive: true })
await build({
  entryPoints: [join(root, 'src/site/client/live.ts')],
  outfile: join(dist, 'site/static/live.js'),
  bundle: true,
  minify: true,
  target: 'es2022',
  logLevel: 'warning',
})
