/**
 * The chunks beyond those that `import()` makes, as groups for the bundler: what cli.js begins with, so that it loads nothing
 * else, and what most commands begin with, as a file costs more to find and open than to read.
 */
export function chunkGroups(cli, registry) {
  let start = new Set();
  let common = new Set();
  return {
    groups: [
      { name: 'start', test: (id) => start.has(id), priority: 1 },
      { name: 'common', test: (id) => common.has(id) },
    ],
    plugin: {
      name: 'chunk-groups',
      buildEnd() {
        const modules = [...this.getModuleIds()];
        const commands = modules.filter((id) => this.getModuleInfo(id).dynamicImporters.includes(registry));
        const needs = commands.map((command) => beginning(this, command));
        const most = modules.filter((id) => needs.filter((need) => need.has(id)).length > commands.length / 2);
        start = modules.includes(cli) ? beginning(this, cli) : start;
        common = new Set(most);
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
