import type { Mark, Messages } from '../../document/document.ts';
import { type Markup, trusted } from './markup.ts';

type MessageKind = Messages['items'][number]['kind'];

/** A small drawing in the run of the text. The words beside it say the same, so it is hidden from screen readers. */
function icon(className: string, shapes: string): Markup {
  return trusted(
    `<svg class="icon ${className}" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">${shapes}</svg>`,
  );
}

/** Findings: a circle; cautions: a triangle; problems: an octagon. Told apart by shape and sign as well as colour. */
export const MESSAGE_ICONS: Readonly<Record<MessageKind, Markup>> = {
  finding: icon(
    'icon-finding',
    '<circle cx="10" cy="10" r="9"/><path class="sign" d="M5.5 14.5V11M10 14.5V6M14.5 14.5V8.5"/>',
  ),
  caution: icon(
    'icon-caution',
    '<path d="M10 1.2 19.4 18H.6Z" stroke-linejoin="round"/><path class="sign" d="M10 7v5.2M10 14.6v.9"/>',
  ),
  problem: icon(
    'icon-problem',
    '<path d="M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3Z"/><path class="sign" d="M6.8 6.8l6.4 6.4M13.2 6.8l-6.4 6.4"/>',
  ),
};

/** What the marks of assurance have in common: a target seen from the front. */
const RING = '<circle cx="10" cy="10" r="8.4"/>';

/** The marks of the charts, and whether a target is met, for tables. */
export const MARK_ICONS: Readonly<Record<Mark, Markup>> = {
  improvement: icon('mark mark-improvement', '<circle cx="10" cy="10" r="7"/>'),
  concern: icon('mark mark-concern', '<path d="M10 2l8 8-8 8-8-8Z"/>'),
  neither: icon('mark mark-neither', '<path d="M4 4h12v12H4Z"/>'),
  both: icon('mark mark-both', '<path d="M3 2h14L3 18h14Z"/>'),
  common: icon('mark mark-common', '<circle cx="10" cy="10" r="4.5"/>'),
  insufficient: icon('mark mark-insufficient', '<circle cx="10" cy="10" r="6" stroke-dasharray="1.5 3.2"/>'),
  pass: icon('mark mark-assurance mark-pass', `${RING}<path d="M5.8 10.4l3 3.2 5.6-7"/>`),
  fail: icon('mark mark-assurance mark-fail', `${RING}<path d="M6.6 6.6l6.8 6.8M13.4 6.6l-6.8 6.8"/>`),
  inconsistent: icon(
    'mark mark-assurance mark-inconsistent',
    `${RING}<path d="M4.6 10.6c1.4-4.4 3.6-4.4 5.4-.6s4 3.8 5.4-.6"/>`,
  ),
};
