import { type Files, quarterline } from '../../e2e/support.ts';

/** A command's Markdown; fails where the command does. */
export async function markdown(args: readonly string[], files: Files = {}): Promise<string> {
  const { code, out, err } = await quarterline([...args, '--format', 'markdown'], files);
  if (code !== 0) throw new Error(err);
  return out;
}

/** The text of a section, from its heading to the next of its level. */
export function section(page: string, heading: string): string {
  const [, level = '##'] = new RegExp(`^(#+) ${heading.replaceAll('?', '\\?')}$`, 'm').exec(page) ?? [];
  const [, rest = ''] = page.split(`\n${level} ${heading}\n`);
  return rest.split(new RegExp(`^#{2,${level.length}} `, 'm'))[0] ?? '';
}
