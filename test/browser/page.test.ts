import { written } from '../document/evaluate/evaluated.ts';
import { HOSTILE } from '../render/hostile-doc.ts';
import { SAMPLE } from '../render/sample-doc.ts';
import { describePages } from './page-checks.ts';
import { pageOf } from './pages.ts';

describePages('the page in a browser', [
  { name: 'a full report', page: { make: () => pageOf(SAMPLE) }, prose: true },
  { name: 'names that would be markup', page: { make: () => pageOf(HOSTILE) }, prose: false },
  {
    name: 'an evaluation among peers',
    page: {
      make: () =>
        written(
          'page.html',
          ['test/golden/_sim/peers.csv'],
          'evaluate',
          ...['--practice', 'P01', '--comparator', 'rest', '--quarters', 'calendar', '--intervention', '2014Q2'],
        ),
    },
    prose: true,
  },
]);
