// Small words to write JSON Schemas with. Every property of an object is required: what is missing is null.

export const text = (description) => ({ type: 'string', description });
export const numeric = (description) => ({ type: 'number', description });
export const whole = (description, minimum = 0) => ({ type: 'integer', minimum, description });
export const yesNo = (description) => ({ type: 'boolean', description });
export const oneOf = (values, description) => ({ type: 'string', enum: values, description });
export const exactly = (value, description) => ({ const: value, ...(description ? { description } : {}) });
export const list = (items, description) => ({ type: 'array', items, ...(description ? { description } : {}) });
export const part = (name, description) => ({ $ref: `#/$defs/${name}`, ...(description ? { description } : {}) });

/** An object with exactly these properties. */
export const shape = (properties, description) => ({
  type: 'object',
  ...(description ? { description } : {}),
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
});

/** An object with these properties and no others, of which those named are always there. */
export const some = (properties, required, description) => ({ ...shape(properties, description), required });

/** The same, or null; `description` says what null means. */
export function orNull(schema, description = schema.description) {
  const { description: _, ...bare } = schema;
  const words = description ? { description } : {};
  if (bare.enum) return { enum: [...bare.enum, null], ...words };
  if (typeof bare.type === 'string') return { ...words, ...bare, type: [bare.type, 'null'] };
  return { anyOf: [bare, { type: 'null' }], ...words };
}
