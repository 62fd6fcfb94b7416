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
  keepCompiled();
  import('../dist/cli.js')
    .then((cli) => cli.main(process.argv.slice(2)))
    .then(
      (code) => {
        process.exitCode = code;
      },
      // Not even its own files could be read: too many files are open, or some are missing.
      (error) => {
        process.stderr.write('quarterline: its own files cannot be read (' + (error.code || error.message) + ').\n');
        process.exitCode = 1;
      },
    );
}

// Later Nodes can keep the compiled program between runs: in a folder for temporary files that is this user's alone, made here
// as Node itself would try for ever where none can be made. Where there is no such folder the program is compiled anew.
function keepCompiled() {
  var loader = process.getBuiltinModule('module');
  if (!loader.enableCompileCache) return;
  var fs = process.getBuiltinModule('fs');
  var user = process.getuid ? process.getuid() : 'cache';
  var folder = process.getBuiltinModule('os').tmpdir() + '/quarterline-' + user;
  try {
    if (!fs.existsSync(folder)) fs.mkdirSync(folder, { mode: 448 });
    if (isOwn(fs.lstatSync(folder), user)) loader.enableCompileCache(folder);
  } catch (_) {
    return;
  }
}

function isOwn(found, user) {
  return found.isDirectory() && (!process.getuid || (found.uid === user && (found.mode & 18) === 0));
}
