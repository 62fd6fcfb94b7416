type Schema = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The schemas that a value may be held to, references followed; each with the name of its definition. */
function candidates(root: Schema, schema: Schema, name: string): readonly (readonly [string, Schema])[] {
  if (typeof schema.$ref === 'string') {
    const key = schema.$ref.replace('#/$defs/', '');
    return candidates(root, (root.$defs as Record<string, Schema>)[key] ?? {}, key);
  }
  if (Array.isArray(schema.anyOf)) return schema.anyOf.flatMap((one: Schema) => candidates(root, one, name));
  return [[name, schema]];
}

/** Walks a valid document along its schema and notes every property that was there and not null. */
export function seenIn(root: Schema, given: unknown, seen: Set<string>): void {
  const visit = (schema: Schema, value: unknown, name: string): void => {
    for (const [home, one] of candidates(root, schema, name)) {
      if (Array.isArray(value) && isObject(one.items)) for (const item of value) visit(one.items, item, home);
      if (!isObject(value) || !isObject(one.properties)) continue;
      const { properties } = one;
      if (!(one.required as readonly string[]).every((key) => key in value)) continue;
      for (const [key, inner] of Object.entries(properties)) {
        if (value[key] === null || value[key] === undefined) continue;
        seen.add(`${home}.${key}`);
        visit(inner as Schema, value[key], `${home}.${key}`);
      }
    }
  };
  visit(root, given, '');
}

/** Properties of a schema that no document had, settings apart: those are as the options say. */
export function unseen(root: Schema, seen: ReadonlySet<string>): readonly string[] {
  const missing: string[] = [];
  const visit = (schema: unknown, name: string): void => {
    if (!isObject(schema)) return;
    for (const one of Array.isArray(schema.anyOf) ? schema.anyOf : []) visit(one, name);
    visit(schema.items, name);
    for (const [key, inner] of Object.entries(isObject(schema.properties) ? schema.properties : {})) {
      if (!seen.has(`${name}.${key}`)) missing.push(`${name}.${key}`);
      else visit(inner, `${name}.${key}`);
    }
  };
  for (const [name, schema] of Object.entries(root.$defs as Record<string, Schema>))
    if (name !== 'Settings') visit(schema, name);
  visit({ ...root, $defs: undefined }, '');
  return missing;
}
