import { join } from 'node:path';

/**
 * The chunks beyond those that `import()` makes, as groups for the bundler, since a file costs more to find and open than to
 * read: what cli.js begins with, so that it loads nothing else; the packages that every command needs; what every command
 * begins with, and most use cases; and what run charts begin with, most of which other charts share.
 */
export function chunkGroups(src) {
  let start = new Set();
  let common = new Set();
  let charts = new Set();
  return {
    groups: [
      { name: 'packages', test: /[\\/]node_modules[\\/](commander|csv-parse)[\\/]/, priority: 3 },
      { name: 'start', test: (id) => start.has(id), priority: 2 },
      { name: 'common', test: (id) => common.has(id), priority: 1 },
      { name: 'charts', test: (id) => charts.has(id) },
    ],
    plugin: {
      name: 'chunk-groups',
      buildEnd() {
        const modules = [...this.getModuleIds()];
        if (!modules.includes(join(src, 'cli.ts'))) return;
        const beginnings = (...paths) => new Set(paths.flatMap((path) => [...beginning(this, join(src, path))]));
        const useCases = modules
          .filter((id) => this.getModuleInfo(id).dynamicImporters.includes(join(src, 'application/run.ts')))
          .map((id) => beginning(this, id));
        const most = modules.filter((id) => useCases.filter((one) => one.has(id)).length > useCases.length / 2);
        start = beginnings('cli.ts');
        common = new Set([...beginnings('commands/program.ts', 'commands/show.ts', 'application/run.ts'), ...most]);
        charts = beginnings('application/run-chart/output.ts');
      },
    },
  };
}

/** A module and all that it imports, and they import, before it runs. */
function beginning(graph, id, seen = new Set()) {
  if (seen.has(id)) return seen;
  seen.add(id);
  for (const next of graph.getModuleInfo(id)?.importedIds ?? []) beginning(graph, next, seen);
  return seen;
}
