/**
 * A name as part of an id or a file name: letters, digits and hyphens only, whatever the user called it.
 *
 * @example slug('../Emergency admissions') // 'emergency-admissions'
 */
export function slug(name: string): string {
  const text = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return text === '' ? 'measure' : text;
}
