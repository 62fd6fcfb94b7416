import type { Block, Doc, Figure, Section, Table } from './document.ts';

function* blocksIn(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.type === 'section') yield* blocksIn(block.blocks);
  }
}

/** Every figure of a document, in the order of reading: their numbers are their places in this list, from 1. */
export function figuresOf(doc: Doc): readonly Figure[] {
  return [...blocksIn(doc.blocks)].filter((block) => block.type === 'figure');
}

/** Every table of a document, those of figures included. */
export function tablesOf(doc: Doc): readonly Table[] {
  return [...blocksIn(doc.blocks)].flatMap((block) => {
    if (block.type === 'table') return [block];
    return block.type === 'figure' ? [block.table] : [];
  });
}

/** The sections of the first level: what a list of contents names. */
export function sectionsOf(doc: Doc): readonly Section[] {
  return doc.blocks.filter((block) => block.type === 'section');
}

/** A document of its opening alone: title, notes, and the first section, without its figures. */
export function openingOf(doc: Doc): Doc {
  const opening = sectionsOf(doc).slice(0, 1);
  const withoutFigures = opening.map((section) => ({
    ...section,
    blocks: section.blocks.filter((block) => block.type !== 'figure'),
  }));
  return { ...doc, blocks: withoutFigures };
}
