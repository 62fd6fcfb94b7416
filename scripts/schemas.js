// Writes schemas/NAME.schema.json, one for the JSON document of each command, from the types in src/application/json-document.ts:
// descriptions are their doc comments, constraints the tags in these and the kinds of numbers in src/quantities.ts. Settings come from the table of options. Run after a build.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  createFormatter,
  createParser,
  createProgram,
  DEFAULT_CONFIG,
  SchemaGenerator,
  StringType,
} from 'ts-json-schema-generator';
import { settingsSchema } from '../build/engine.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A finding's id is any text of its pattern to those who read documents: a new finding breaks no reader. */
const findingIds = {
  supportsNode: (node) => node.typeName?.text === 'FindingId',
  createType: () => new StringType(),
};

/** The schema of each command's JSON document, by command. */
export function generateSchemas() {
  const options = {
    ...DEFAULT_CONFIG,
    path: `${root}src/application/json-document.ts`,
    tsconfig: `${root}tsconfig.json`,
    type: 'Documents',
    expose: 'all',
    jsDoc: 'extended',
    sortProps: false,
    skipTypeCheck: true,
    extraTags: ['additionalProperties'],
  };
  const program = createProgram(options);
  const parser = createParser(program, options, (nodes) => nodes.addNodeParser(findingIds));
  const generator = new SchemaGenerator(program, parser, createFormatter(options), options);
  const { $schema, definitions } = generator.createSchema(options.type);
  definitions.Settings = settingsSchema();
  const documents = definitions.Documents.properties;
  return mapValues(documents, ({ $ref }, command) => ({
    $schema,
    $id: `urn:quarterline:schema:1:${command}`,
    title: `quarterline ${command} --json`,
    ...documentSchema(nameIn($ref), definitions),
  }));
}

/** A definition with all others that it leads to. */
function documentSchema(name, definitions) {
  const simplify = simplifier(definitions);
  const reached = new Map([[name, simplify(definitions[name])]]);
  for (const schema of reached.values())
    for (const [, ref] of JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g))
      if (!reached.has(ref)) reached.set(ref, simplify(definitions[ref]));
  const { [name]: document, ...$defs } = Object.fromEntries(reached);
  return { ...document, $defs };
}

const nameIn = (ref) => decodeURIComponent(ref.replace('#/definitions/', ''));

/** A number or a text with constraints. It is written where it is used, as are generic types: their names say nothing. */
const isKind = ({ type, enum: values }) => ['integer', 'number', 'string'].includes(type) && !values;

const isWrittenOut = (name, definition) => name.includes('<') || isKind(definition);

/** Keywords in the order in which a person reads a schema; those not named stand between. */
const FIRST = ['$ref', 'title', 'type', 'description'];
const LAST = ['additionalProperties', 'required', 'properties', 'items', 'anyOf'];
const place = (key) => (FIRST.includes(key) ? FIRST.indexOf(key) - FIRST.length : LAST.indexOf(key) + 1);

function simplifier(definitions) {
  return function simplify(schema) {
    if (Array.isArray(schema)) return schema.map(simplify);
    if (typeof schema !== 'object' || schema === null) return schema;
    const { $ref, required, properties, ...rest } = schema;
    const name = $ref && nameIn($ref);
    if ($ref && isWrittenOut(name, definitions[name])) return simplify({ ...definitions[name], ...rest });
    const own = $ref ? { $ref: `#/$defs/${name}`, ...rest } : rest;
    const simple = Object.entries(own).map(([key, value]) => [
      key,
      key === 'description' ? oneLine(value) : simplify(value),
    ]);
    if (properties)
      simple.push(['required', inOrder(required, properties)], ['properties', mapValues(properties, simplify)]);
    return orNull(Object.fromEntries(simple.sort(([a], [b]) => place(a) - place(b))));
  };
}

const inOrder = (names = [], properties) => Object.keys(properties).filter((name) => names.includes(name));
const oneLine = (text) => text.replace(/\s+/g, ' ');
const mapValues = (record, change) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));

/** A kind or null as one schema of two types. */
function orNull(schema) {
  const [one, none, ...more] = schema.anyOf ?? [];
  if (none?.type !== 'null' || more.length > 0 || typeof one.type !== 'string' || !isKind(one)) return schema;
  const { anyOf: _, description = one.description } = schema;
  return { ...one, type: [one.type, 'null'], description };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [command, schema] of Object.entries(generateSchemas()))
    writeFileSync(`${root}schemas/${command}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
