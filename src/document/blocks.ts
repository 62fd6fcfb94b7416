import type { Finding } from '../finding.ts';
import type { Block, Section } from './document.ts';
import { messages } from './placing.ts';

/** A section of a document. */
export const section = (id: string, heading: string, blocks: readonly Block[]): Section => ({
  type: 'section',
  id,
  heading,
  blocks,
});

/** A section of findings; empty where there are none. */
export const messagesSection = (id: string, heading: string, findings: readonly Finding[]): Section =>
  section(id, heading, findings.length === 0 ? [] : [messages(findings)]);

/** Blocks without the sections that hold nothing. */
export const withoutEmpty = (blocks: readonly Block[]): readonly Block[] =>
  blocks.filter((block) => block.type !== 'section' || block.blocks.length > 0);
