import { number, percent } from '../messages/words/format.ts';
import type { Cell, Column } from './document.ts';

export const left = (heading: string): Column => ({ heading, align: 'left' });
export const right = (heading: string): Column => ({ heading, align: 'right' });

export const textCell = (text: string): Cell => ({ text });

export const numberCell = (value: number | null, decimals = 0): Cell => ({ text: number(value, decimals), value });

export const percentCell = (value: number | null, decimals = 1): Cell => ({ text: percent(value, decimals), value });

/** A number shown in another form: `text` for readers, `value` for files. */
export const valueCell = (text: string, value: number | null): Cell => ({ text, value });
