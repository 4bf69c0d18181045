/** The parts of an OpenAPI 3.1 document that the API page shows. */
export interface ApiDocument {
  readonly info: { readonly title: string; readonly description: string }
  readonly paths: Readonly<Record<string, { readonly get: ApiOperation }>>
  readonly components: { readonly schemas: Readonly<Record<string, ApiSchema>> }
}

export interface ApiOperation {
  readonly summary: string
  readonly description?: string
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly description?: string
    readonly schema: ApiSchema
  }[]
  readonly responses: Readonly<Record<string, ApiAnswer>>
}

interface ApiAnswer {
  readonly description: string
  readonly content?: Readonly<Record<string, { readonly schema: ApiSchema }>>
}

export interface ApiSchema {
  readonly [keyword: string]: unknown
  readonly description?: string
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, ApiSchema>>
  readonly items?: ApiSchema
  readonly allOf?: readonly ApiSchema[]
  readonly anyOf?: readonly ApiSchema[]
}

/** A piece of a type's description: words, a literal value, or the name of a schema described elsewhere. */
export type TypePart = { readonly text: string } | { readonly code: string } | { readonly shape: string }

/** @returns the type of a schema as the API page describes it */
function typeParts(schema: ApiSchema): readonly TypePart[] {
  if (typeof schema.$ref === 'string') return [{ shape: schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1) }]
  if (schema.anyOf) return separated(schema.anyOf.map(typeParts), ' or ')
  if (Array.isArray(schema.enum)) {
    return separated(
      schema.enum.map((value) => [{ code: String(value) }]),
      ', ',
    )
  }
  if (schema.format === 'date-time') return [{ text: 'instant' }]
  if (schema.type === 'array') return [{ text: 'list of ' }, ...typeParts(schema.items ?? {})]
  if (schema.properties) return [{ text: `{ ${Object.keys(schema.properties).join(', ')} }` }]
  const { minimum, maximum } = schema
  const range = minimum === undefined || (maximum as number) > 1e12 ? '' : ` ${minimum} to ${maximum}`
  return [{ text: [schema.type ?? 'anything'].flat().join(' or ') + range }]
}

function separated(parts: readonly (readonly TypePart[])[], between: string): readonly TypePart[] {
  return parts.flatMap((each, index) => (index === 0 ? each : [{ text: between }, ...each]))
}

/** Lists the parameters of an operation as lines of a table. */
export function parameterLines({ parameters = [] }: ApiOperation) {
  return parameters.map(({ name, required, description, schema }) => ({
    ...{ name, isRequired: required === true, type: typeParts(schema) },
    ...{ words: description ?? schema.description ?? '', preset: schema.default },
  }))
}

/** Lists the answers of an operation by status, each with the type of its JSON body if it has one. */
export function answerLines({ responses }: ApiOperation) {
  return Object.entries(responses).map(([status, { description, content }]) => {
    const body = content?.['application/json']?.schema
    return { status, description, type: body && typeParts(body) }
  })
}

/** Lists the fields of a schema, and the schema that it extends, if any. */
export function shapeLines(schema: ApiSchema) {
  const own = schema.allOf?.find((part) => part.properties) ?? schema
  const base = schema.allOf?.find((part) => part.$ref)
  const required = new Set(own.required)
  const fields = Object.entries(own.properties ?? {}).map(([name, each]) => ({
    ...{ name, isRequired: required.has(name), type: typeParts(each), words: each.description ?? '' },
  }))
  return { base: base && typeParts(base), fields }
}
