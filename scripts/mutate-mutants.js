// What mutation testing (scripts/mutate.js) changes in a source file: one place a mutant, never types, comments, imports or texts.
import { parseAst } from 'rolldown/parseAst';

const COMPARISONS = { '<': '<=', '<=': '<', '>': '>=', '>=': '>', '===': '!==', '!==': '===', '==': '!=', '!=': '==' };
const ARITHMETIC = { '+': '-', '-': '+', '*': '/', '/': '*', '%': '*', '**': '*' };
/** Types stand in their own nodes; these three wrap a value. */
const AROUND_VALUE = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression']);
/** A named number, or an object of numbers: `const SHORT = { before: 8, after: 4 }`. */
const STATES_NUMBERS = new Set(['ObjectExpression', 'Property', 'UnaryExpression']);
const UPPER_CASE = /^[A-Z][A-Z0-9_]*$/;

const isText = (node) =>
  (node.type === 'Literal' && typeof node.value === 'string') ||
  node.type === 'TemplateLiteral' ||
  (node.type === 'BinaryExpression' && node.operator === '+' && (isText(node.left) || isText(node.right)));

/** Whether `??` can give nothing but what `||` gives for values that a program uses: the other operand is then what to look at. */
const isEmpty = (node) =>
  (node.type === 'Literal' && !node.value) ||
  ['ArrayExpression', 'ObjectExpression', 'NewExpression'].includes(node.type) ||
  (node.type === 'Identifier' && node.name === 'undefined');

const parses = (text, name) => {
  try {
    parseAst(text, { lang: 'ts' }, name);
    return true;
  } catch {
    return false;
  }
};

/**
 * Every mutant of a source text, in order of place: `{file, line, kind, from, to, start, end}`, where `text.slice(start, end)` is to
 * become `to`. Only mutants that parse.
 */
export function mutantsOf(text, file) {
  const found = [];
  const add = (kind, { start, end }, to) => found.push({ kind, start, end, to });
  const code = (node) => text.slice(node.start, node.end);

  const withoutEntry = (entries, at) => {
    const next = entries[at + 1];
    const before = entries[at - 1];
    if (next) return { start: entries[at].start, end: next.start };
    return { start: before ? before.end : entries[at].start, end: entries[at].end };
  };

  /** A condition turned round, where its operator turned round is not that already. */
  const negated = (test) => {
    const turned = test.type === 'UnaryExpression' || /^[!=]==?$/.test(test.operator ?? '');
    if (!turned) add('negation', test, `!(${code(test)})`);
  };

  const number = (node, named) => {
    const { value } = node;
    if (!Number.isInteger(value)) return add(named ? 'threshold' : 'number', node, `(${code(node)} * 1.5)`);
    if (!named) return add('number', node, String(value + 1));
    add('threshold', node, `(${code(node)} + 1)`);
    add('threshold', node, `(${code(node)} - 1)`);
  };

  const MAKERS = {
    BinaryExpression(node) {
      const { operator, left, right } = node;
      const arithmetic = !isText(left) && !isText(right) ? ARITHMETIC[operator] : undefined;
      const to = COMPARISONS[operator] ?? arithmetic;
      if (to) add(arithmetic ? 'arithmetic' : 'comparison', node, `(${code(left)}) ${to} (${code(right)})`);
    },
    LogicalExpression(node) {
      const { operator, left, right } = node;
      const to = operator === '&&' ? '||' : operator === '||' || isEmpty(right) ? '&&' : '||';
      add('logic', node, `((${code(left)}) ${to} (${code(right)}))`);
    },
    UnaryExpression(node) {
      if (node.operator === '!') add('negation', node, `(${code(node.argument)})`);
      if (node.operator === '-') add('arithmetic', node, `(${code(node.argument)})`);
    },
    IfStatement: (node) => negated(node.test),
    ConditionalExpression: (node) => negated(node.test),
    ArrayExpression({ elements }) {
      elements.forEach((element, at) => {
        if (element) add('entry', withoutEntry(elements, at), '');
      });
    },
    ObjectExpression({ properties }) {
      properties.forEach((property, at) => {
        if (property.type === 'SpreadElement') add('entry', withoutEntry(properties, at), '');
      });
    },
    ExpressionStatement(node) {
      const call = node.expression.type === 'AwaitExpression' ? node.expression.argument : node.expression;
      if (call.type === 'CallExpression' && call.callee.type !== 'Super') add('call', node, ';');
    },
  };

  const visit = (node, named) => {
    if (!node || typeof node !== 'object') return;
    if (Array.isArray(node)) {
      for (const each of node) visit(each, named);
      return;
    }
    if (typeof node.type !== 'string') return;
    if (AROUND_VALUE.has(node.type)) return visit(node.expression, named);
    if (node.type.startsWith('TS') || node.type.startsWith('Import')) return;
    if (node.type === 'Literal') {
      if (typeof node.value === 'number') number(node, named);
      if (typeof node.value === 'boolean') add('negation', node, String(!node.value));
      return;
    }
    MAKERS[node.type]?.(node);
    const constant =
      node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && UPPER_CASE.test(node.id.name);
    const within = constant || (named && STATES_NUMBERS.has(node.type));
    // `?? 0` after an index is there for the compiler.
    const unreached = node.operator === '??' && node.right.type === 'Literal' && node.right.value === 0;
    for (const [key, child] of Object.entries(node)) {
      if ((key === 'key' && !node.computed) || (key === 'right' && unreached)) continue;
      visit(child, within);
    }
  };

  visit(parseAst(text, { lang: 'ts' }, file).body, false);
  return found
    .filter(({ start, end, to }) => parses(text.slice(0, start) + to + text.slice(end), file))
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((mutant) => ({
      file,
      line: text.slice(0, mutant.start).split('\n').length,
      from: text.slice(mutant.start, mutant.end),
      ...mutant,
    }));
}
