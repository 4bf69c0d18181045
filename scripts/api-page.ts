import {
  type ApiDocument,
  type ApiOperation,
  type ApiSchema,
  answerLines,
  parameterLines,
  shapeLines,
  type TypePart,
} from '../src/site/api/api-document.ts'

/** @returns `docs/api.md`, whole, from the document that the program serves */
export function apiPage({ info, paths, components }: ApiDocument): string {
  return [
    '# API',
    '',
    'Made from the OpenAPI document that the program serves at `/api/v1/openapi.json`, by `npm run docs`; a test keeps both equal. A running',
    'Auspex shows the same at `/api`.',
    '',
    info.description,
    '',
    'Everything is read with GET, from any site (CORS), without a key. Instants are ISO 8601 in UTC. Answers carry an `ETag`:',
    'ask again with `If-None-Match`, and what has not changed costs a 304. A fault is `{"error": …}` with words that help.',
    'A value that cannot be used, or an id that is none, is such a fault (400), in published feeds and pages as data too; names that nobody',
    'asks for are passed over.',
    'Pages give the same data at their own addresses, with `.json` at the end or `Accept: application/json`.',
    '',
    ...Object.entries(paths).flatMap(([path, { get }]) => operation(path, get)),
    '# Shapes',
    '',
    ...Object.entries(components.schemas).flatMap(([name, schema]) => shape(name, schema)),
  ].join('\n')
}

function operation(path: string, asked: ApiOperation): string[] {
  const { summary, description } = asked
  const parameters = parameterLines(asked)
  return [
    `## \`GET /api/v1${path}\``,
    '',
    `${summary}.${description ? ` ${description}` : ''}`,
    '',
    ...(parameters.length > 0
      ? [
          '| Parameter | Type | What it means |',
          '|---|---|---|',
          ...parameters.map(({ name, isRequired, type, words, preset }) => {
            const otherwise = preset === undefined ? '' : ` (default: ${String(preset)})`
            return `| \`${name}\`${isRequired ? '' : ', optional'} | ${written(type)} | ${cell(words + otherwise)} |`
          }),
          '',
        ]
      : []),
    ...answerLines(asked).map(
      ({ status, description, type }) => `- ${status}: ${description}${type ? ` → ${written(type)}` : ''}`,
    ),
    '',
  ]
}

function shape(name: string, schema: ApiSchema): string[] {
  const { base, fields } = shapeLines(schema)
  return [
    `## ${name}`,
    '',
    ...(base ? [`All of ${written(base)}, and:`, ''] : []),
    '| Field | Type | What it means |',
    '|---|---|---|',
    ...fields.map(
      ({ name, isRequired, type, words }) =>
        `| \`${name}\`${isRequired ? '' : ', optional'} | ${written(type)} | ${cell(words)} |`,
    ),
    '',
  ]
}

function written(parts: readonly TypePart[]): string {
  return parts
    .map((part) => {
      if ('shape' in part) return `[${part.shape}](#${part.shape.toLowerCase()})`
      return 'code' in part ? `\`${part.code}\`` : part.text
    })
    .join('')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
