import { areasAndPeriods } from './options/areas-and-periods.ts';
import { charts } from './options/charts.ts';
import { design } from './options/design.ts';
import { output } from './options/output.ts';
import { reading } from './options/reading.ts';

export { GROUPS, type Option } from './options/option.ts';

/** Every option, by its name in settings, in the library and in the JSON document; in this order on a command line that is printed. */
export const OPTIONS = { ...reading, ...areasAndPeriods, ...design, ...charts, ...output } as const;
