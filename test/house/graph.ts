/**
 * What stands where in a layer: `analysis/compare` for a file of that folder or below, the file itself where it stands loose. What a
 * concept declares of its messages is a part of the catalogue, on which everything that says something rests.
 */
export function concept(path: string): string {
  if (/^messages\/[\w-]+\/(?:[\w]+-)?catalogue\.ts$/.test(path)) return 'catalogue.ts';
  const parts = path.split('/');
  return parts.length > 2 ? parts.slice(0, 2).join('/') : path;
}

/** Strongly connected sets of two or more nodes, each sorted: every cycle lies in one of them. */
export function tangles(edges: ReadonlyMap<string, ReadonlySet<string>>): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): void => {
    const at = order.size;
    order.set(node, at);
    low.set(node, at);
    stack.push(node);
    for (const next of edges.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node) ?? at, low.get(next) ?? at));
    }
    if (low.get(node) !== at) return;
    const tangle = stack.splice(stack.indexOf(node));
    if (tangle.length > 1) found.push(tangle.sort());
  };
  for (const node of edges.keys()) if (!order.has(node)) visit(node);
  return found;
}
