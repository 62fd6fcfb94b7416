#!/usr/bin/env node
// Plain old syntax up to the import, so that an old Node says what it needs instead of failing to parse.
var version = process.versions.node.split('.');
if (Number(version[0]) < 20 || (Number(version[0]) === 20 && Number(version[1]) < 19)) {
  process.stderr.write(
    'quarterline needs Node.js 20.19 or later; this is ' +
      process.versions.node +
      '. Install a newer Node.js, then run it again.\n',
  );
  process.exitCode = 1;
} else {
  import('../dist/cli.js').then((cli) =>
    cli.main(process.argv.slice(2)).then((code) => {
      process.exitCode = code;
    }),
  );
}
