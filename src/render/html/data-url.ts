/** Characters that are as safe in a data address in double quotes as they are short. */
const KEEP = /%(?:2C|3A|3B|3D|2F|3F|40|24|2B|7B|7D|5B|5D|7C)/g;

/**
 * A file's text as a `data:` address. Lone surrogates become U+FFFD.
 *
 * @example dataUrl('text/csv', 'a,b\r\n') // 'data:text/csv;charset=utf-8,a,b%0D%0A'
 */
export function dataUrl(mediaType: string, content: string): string {
  const wellFormed = content.replace(/\p{Surrogate}/gu, '\uFFFD');
  return `data:${mediaType};charset=utf-8,${encodeURIComponent(wellFormed).replace(KEEP, decodeURIComponent)}`;
}
