import {
  type ApiDocument,
  type ApiOperation,
  type ApiSchema,
  answerLines,
  parameterLines,
  shapeLines,
  type TypePart,
} from '../api/api-document.ts'
import { FlatTable } from '../components/flat-table.tsx'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import { Layout } from './layout.tsx'

/** The API's OpenAPI document, for display. */
export interface ApiView {
  readonly page: 'api'
  readonly document: ApiDocument
}

/** Renders the API reference from the OpenAPI document, whose texts are in English. */
export function ApiPage({ view, c }: { view: ApiView; c: PageContext }) {
  const { m } = c
  const { paths: operations, components } = view.document
  const shapes = Object.entries(components.schemas)
  return (
    <Layout c={c} heading={m.jsonApi} description={m.apiText}>
      <div class="page">
        <div>
          <h1>{m.jsonApi}</h1>
          <p class="prose">{m.apiText}</p>
          <p class="acts">
            <a href={paths.apiDescription}>
              <u>{m.apiDocument}</u>
            </a>
          </p>
          <p class="prose">
            {m.apiAgents} <code>{c.origin + paths.mcp}</code>
          </p>
          <h2 class="h">{m.apiQuestions}</h2>
          <div lang="en">
            {Object.entries(operations).map(([path, { get }]) => (
              <Operation path={path} operation={get} c={c} />
            ))}
          </div>
          <h2 class="h">{m.apiShapes}</h2>
          <div lang="en">
            {shapes.map(([name, schema]) => (
              <Shape name={name} schema={schema} c={c} />
            ))}
          </div>
        </div>
        <nav class="side" aria-label={m.jsonApi}>
          <h2 class="h">{m.apiQuestions}</h2>
          <ul class="plain">
            {Object.keys(operations).map((path) => (
              <li>
                <a href={`#${anchorOf(path)}`}>
                  <code>{path}</code>
                </a>
              </li>
            ))}
          </ul>
          <h2 class="h">{m.apiShapes}</h2>
          <ul class="plain">
            {shapes.map(([name]) => (
              <li>
                <a href={`#${name}`}>
                  <code>{name}</code>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </Layout>
  )
}

function Operation({ path, operation, c }: { path: string; operation: ApiOperation; c: PageContext }) {
  const { m } = c
  const { summary, description } = operation
  const parameters = parameterLines(operation)
  const address = paths.apiRoot + path
  return (
    <section id={anchorOf(path)}>
      <h3 class="h said">GET {address}</h3>
      <p>
        <Words text={`${summary}.${description ? ` ${description}` : ''}`} />
      </p>
      {parameters.length > 0 ? (
        <FlatTable
          columns={[{ head: m.apiParameter }, { head: m.apiType }, { head: m.apiMeaning }]}
          rows={parameters.map(({ name, isRequired, type, words, preset }) => [
            <Name name={name} isRequired={isRequired} c={c} />,
            <Type parts={type} />,
            <Words text={words + (preset === undefined ? '' : ` (default: ${String(preset)})`)} />,
          ])}
        />
      ) : null}
      <ul class="plain">
        {answerLines(operation).map(({ status, description, type }) => (
          <li>
            <b>{status}</b> <Words text={description} /> {type ? ['→ ', <Type parts={type} />] : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Shape({ name, schema, c }: { name: string; schema: ApiSchema; c: PageContext }) {
  const { m } = c
  const { base, fields } = shapeLines(schema)
  return (
    <section id={name}>
      <h3 class="h said">{name}</h3>
      {base ? (
        <p>
          All of <Type parts={base} />, and:
        </p>
      ) : null}
      <FlatTable
        columns={[{ head: m.apiField }, { head: m.apiType }, { head: m.apiMeaning }]}
        rows={fields.map(({ name, isRequired, type, words }) => [
          <Name name={name} isRequired={isRequired} c={c} />,
          <Type parts={type} />,
          <Words text={words} />,
        ])}
      />
    </section>
  )
}

function Name({ name, isRequired, c }: { name: string; isRequired: boolean; c: PageContext }) {
  return (
    <>
      <code>{name}</code> {isRequired ? null : <small lang={c.language}>{c.m.apiOptional}</small>}
    </>
  )
}

function Type({ parts }: { parts: readonly TypePart[] }) {
  return (
    <>
      {parts.map((part) => {
        if ('shape' in part) return <a href={`#${part.shape}`}>{part.shape}</a>
        return 'code' in part ? <code>{part.code}</code> : part.text
      })}
    </>
  )
}

/** Renders text with backticked parts as code. */
function Words({ text }: { text: string }) {
  return <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))}</>
}

/** `/stories/{id}` → `stories-id` */
function anchorOf(path: string): string {
  return path.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '')
}
