/** As much of an OpenAPI 3.1 document as the page shows. */
export interface ApiDocument {
  readonly info: { readonly description: string }
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

interface Operation {
  readonly summary: string
  readonly description?: string
  readonly parameters?: readonly {
    name: string
    in: string
    required?: boolean
    description?: string
    schema: Schema
  }[]
  readonly responses: Readonly<Record<string, Answer>>
}

interface Answer {
  readonly description: string
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>
}

interface Schema {
  readonly [keyword: string]: unknown
  readonly description?: string
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly allOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
}

/** @returns `docs/api.md`, whole, from the document that the program serves */
export function apiPage({ info, paths, components }: ApiDocument): string {
  return [
    '# API',
    '',
    'Made from the OpenAPI document that the program serves at `/api/v1/openapi.json`, by `npm run docs`; a test keeps both equal.',
    '',
    info.description,
    '',
    'Everything is read with GET, from any site (CORS), without a key. Instants are ISO 8601 in UTC. Answers carry an `ETag`:',
    'ask again with `If-None-Match`, and what has not changed costs a 304. A fault is `{"error": …}` with words that help.',
    'Pages give the same data at their own addresses, with `.json` at the end or `Accept: application/json`.',
    '',
    ...Object.entries(paths).flatMap(([path, { get }]) => operation(path, get)),
    '# Shapes',
    '',
    ...Object.entries(components.schemas).flatMap(([name, schema]) => shape(name, schema)),
  ].join('\n')
}

function operation(path: string, { summary, description, parameters = [], responses }: Operation): string[] {
  return [
    `## \`GET /api/v1${path}\``,
    '',
    `${summary}.${description ? ` ${description}` : ''}`,
    '',
    ...(parameters.length > 0
      ? [
          '| Parameter | Type | What it means |',
          '|---|---|---|',
          ...parameters.map((parameter) => {
            const { name, required, schema } = parameter
            const words = parameter.description ?? schema.description ?? ''
            const preset = schema.default === undefined ? '' : ` (default: ${String(schema.default)})`
            return `| \`${name}\`${required ? '' : ', optional'} | ${typeOf(schema)} | ${cell(words + preset)} |`
          }),
          '',
        ]
      : []),
    ...Object.entries(responses).map(([status, answer]) => {
      const body = answer.content?.['application/json']?.schema
      return `- ${status}: ${answer.description}${body ? ` → ${typeOf(body)}` : ''}`
    }),
    '',
  ]
}

function shape(name: string, schema: Schema): string[] {
  const own = schema.allOf?.find((part) => part.properties) ?? schema
  const base = schema.allOf?.find((part) => part.$ref)
  const required = new Set(own.required)
  return [
    `## ${name}`,
    '',
    ...(base ? [`All of ${typeOf(base)}, and:`, ''] : []),
    '| Field | Type | What it means |',
    '|---|---|---|',
    ...Object.entries(own.properties ?? {}).map(
      ([field, each]) =>
        `| \`${field}\`${required.has(field) ? '' : ', optional'} | ${typeOf(each)} | ${cell(each.description ?? '')} |`,
    ),
    '',
  ]
}

function typeOf(schema: Schema): string {
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)
    return `[${name}](#${name.toLowerCase()})`
  }
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ')
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => `\`${value}\``).join(', ')
  if (schema.format === 'date-time') return 'instant'
  if (schema.type === 'array') return `list of ${typeOf(schema.items ?? {})}`
  if (schema.properties) return `{ ${Object.keys(schema.properties).join(', ')} }`
  const { minimum, maximum } = schema
  const range = minimum === undefined || (maximum as number) > 1e12 ? '' : ` ${minimum} to ${maximum}`
  return [schema.type ?? 'anything'].flat().join(' or ') + range
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
