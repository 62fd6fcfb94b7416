import type { Finding } from '../finding.ts';
import { placeOf } from '../messages/places.ts';
import type { Part } from '../messages/types.ts';
import { findingText } from '../messages.ts';
import type { Block, Messages } from './document.ts';

/** The findings of one document, handed out to its parts. */
export interface Placing {
  /** The findings that stand in a part, or in one of several told together, as they were found. Ask once for each part. */
  at(...parts: readonly Part[]): readonly Finding[];
  /** Says of parts that this document does without them, whatever was found. */
  leave(...parts: readonly Part[]): void;
  /** Gives back what was made of the findings. Throws if one of them was not handed out, or more than once. */
  close<Made>(made: Made): Made;
}

/** Hands each finding of a document out to the part that is its place; where it leads besides, there too. */
export function placing(findings: readonly Finding[]): Placing {
  const placed = findings.map((finding) => ({ finding, ...placeOf(finding) }));
  const asked: Part[] = [];
  return {
    at(...parts) {
      asked.push(...parts);
      return placed
        .filter(({ in: part, also }) => [part, ...also].some((one) => parts.includes(one)))
        .map(({ finding }) => finding);
    },
    leave(...parts) {
      asked.push(...parts);
    },
    close(made) {
      const wrong = placed.filter(({ in: part }) => asked.filter((one) => one === part).length !== 1);
      if (wrong.length === 0) return made;
      throw new Error(
        `not placed once in the document: ${wrong.map(({ finding, in: part }) => `${finding.id} (${part})`).join(', ')}`,
      );
    },
  };
}

/** Findings that stand together, in their order. Throws if one of them has its place elsewhere. */
export function together(findings: readonly Finding[], ...parts: readonly Part[]): readonly Finding[] {
  const placed = placing(findings);
  return placed.close(placed.at(...parts));
}

/** A paragraph for each finding: `lead` where a document begins with them. */
export function paragraphs(findings: readonly Finding[], role: 'lead' | 'body'): readonly Block[] {
  return findings.map((finding): Block => ({ type: 'paragraph', role, text: findingText(finding) }));
}

/** Findings as a list, each with the mark of its kind. */
export function messages(findings: readonly Finding[]): Messages {
  return { type: 'messages', items: findings.map((one) => ({ kind: one.kind, text: findingText(one) })) };
}
