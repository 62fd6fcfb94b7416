import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';

const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
const validators = new Map<string, ValidateFunction>();

function validatorOf(command: string): ValidateFunction {
  const known = validators.get(command);
  if (known) return known;
  const url = new URL(`../../schemas/${command}.schema.json`, import.meta.url);
  const made = ajv.compile(JSON.parse(readFileSync(url, 'utf8')));
  validators.set(command, made);
  return made;
}

/** What of a document is not as the schema of its command says; nothing where it is valid. */
export function schemaErrors(command: string, document: unknown): readonly string[] {
  const validate = validatorOf(command);
  if (validate(document)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Throws where a text is a JSON document of a command and not as its schema says: no test may see an invalid one. */
export function checkDocument(text: string): void {
  if (!text.startsWith('{\n  "schemaVersion"')) return;
  const document = JSON.parse(text) as { readonly command: string };
  const wrong = schemaErrors(document.command, document);
  if (wrong.length > 0)
    throw new Error(`${document.command} does not keep its schema: ${wrong.slice(0, 5).join('; ')}`);
}
