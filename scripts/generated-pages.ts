import { createProgram } from '../src/commands/program.ts'
import { settingsPage } from '../src/settings.ts'
import type { ApiDocument } from '../src/site/api/api-document.ts'
import { createApi } from '../src/site/api/routes.ts'
import { sampleDeps } from '../src/site/testing/day.ts'
import { agentsPage } from './agents-page.ts'
import { apiPage } from './api-page.ts'
import { cliPage } from './cli-page.ts'

/** @returns the pages of `docs/` that are made from the code, by file name */
export async function generatedPages(): Promise<Readonly<Record<string, string>>> {
  const deps = await sampleDeps({}, true)
  try {
    const document = (await (await createApi(deps).request('/openapi.json')).json()) as ApiDocument
    return {
      'agents.md': agentsPage(document),
      'settings.md': settingsPage(),
      'cli.md': cliPage(await createProgram('')),
      'api.md': apiPage(document),
    }
  } finally {
    await deps.store.close()
  }
}
