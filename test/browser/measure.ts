/** Functions that run inside a page: each must stand alone, without imports. */

/** The smallest text that can be seen in a drawing: its size on the screen in px, scaling included. */
export function smallestChartText(): { readonly size: number; readonly text: string } | null {
  const texts = [...document.querySelectorAll<SVGTextElement>('svg text')].filter(
    (text) => text.getClientRects().length > 0 && (text.textContent ?? '').trim() !== '',
  );
  const sizes = texts.map((text) => {
    const matrix = text.getScreenCTM();
    const scale = matrix ? Math.hypot(matrix.b, matrix.d) : 1;
    return { size: scale * Number.parseFloat(getComputedStyle(text).fontSize), text: text.textContent ?? '' };
  });
  return sizes.sort((a, b) => a.size - b.size)[0] ?? null;
}

/** Drawings that are cut off: visible ones that reach beyond the window. */
export function chartsBeyondWindow(): number {
  return [...document.querySelectorAll('.chart svg')].filter(
    (svg) => svg.getBoundingClientRect().right > innerWidth + 1,
  ).length;
}

/** How many drawings each figure shows: one, whatever the width. */
export function drawingsShown(): readonly number[] {
  return [...document.querySelectorAll('figure')].map(
    (figure) => [...figure.querySelectorAll('.chart')].filter((chart) => chart.getClientRects().length > 0).length,
  );
}

/** Font families asked for anywhere on the page, each once. */
export function fontFamilies(): readonly string[] {
  const elements = [...document.querySelectorAll('body *')].filter(
    (element) => (element.textContent ?? '').trim() !== '',
  );
  return [...new Set(elements.map((element) => getComputedStyle(element).fontFamily))];
}

/** The longest line of running text, in characters. */
export function longestLine(): { readonly length: number; readonly text: string } {
  let longest = { length: 0, text: '' };
  for (const paragraph of document.querySelectorAll('p, li, dd')) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    let line = '';
    let top: number | null = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeValue ?? '';
      for (let i = 0; i < text.length; i += 1) {
        const range = document.createRange();
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const rect = range.getClientRects()[0];
        if (!rect || rect.width === 0) continue;
        if (top !== null && rect.top > top + 6) line = '';
        if (top === null || line === '') top = rect.top;
        line += text[i];
        if (line.trim().length > longest.length) longest = { length: line.trim().length, text: line };
      }
    }
  }
  return longest;
}

/** Elements and attributes that a document's texts must never turn into. */
export function intruders(): readonly string[] {
  const elements = document.querySelectorAll('script, img, iframe, object, embed, form, base, link, foreignObject');
  const handlers = [...document.querySelectorAll('*')].flatMap((element) =>
    element
      .getAttributeNames()
      .filter((name) => name.toLowerCase().startsWith('on'))
      .map((name) => `${element.tagName} ${name}`),
  );
  const links = [...document.querySelectorAll('a')]
    .map((link) => link.getAttribute('href') ?? '')
    .filter(
      (href) =>
        !/^(#|https?:\/\/|data:(text\/csv|text\/plain|application\/json|image\/svg\+xml);charset=utf-8,)/.test(href),
    );
  return [...[...elements].map((element) => element.tagName), ...handlers, ...links];
}
