// What stands in reports/ besides the two demonstrations: command lines, run from the package's folder, each with `-o`
// to a place in the gallery. The script writes them; a test holds what is committed against what they make today.
const PRACTICES = ['fixtures/practices/practices.csv', '--denominator', 'list_size'];
const IPRIME = [
  'spc',
  ...PRACTICES,
  ...['--practice', 'Practice 05', '--chart', 'iprime', '--phases', '2020/21 Q1', '--target', '20'],
  ...['--annotate', 'fixtures/practices/events.csv'],
];
const SIX = ['spc', 'fixtures/practices/six-practices.csv', '--denominator', 'list_size'];
const SCAN = ['scan', ...PRACTICES];

const EVALUATE = [
  'evaluate',
  ...['admissions', 'costs', 'list-sizes'].map((name) => `fixtures/frome-somerset/${name}.csv`),
  ...['--practice', 'frome', '--comparator', 'somerset', '--intervention', '2014/15 Q1'],
  ...['--checklist', 'fixtures/frome-somerset/checklist.yaml'],
  ...['--published', 'fixtures/frome-somerset/published.yaml'],
];

const KNOWN_EFFECT = [
  'evaluate',
  'fixtures/simulated/two-areas.csv',
  ...['--practice', 'Sim Practice', '--comparator', 'Rest of Simshire', '--intervention', '2014/15 Q1'],
];
const AMONG_SIXTY = [
  'evaluate',
  'fixtures/simulated/sixty-practices.csv',
  ...['--practice', 'Sim Practice 01', '--comparator', 'rest', '--intervention', '2014/15 Q1'],
];

export const GALLERY = [
  { args: IPRIME, output: 'control-charts/iprime-phases.svg' },
  { args: IPRIME, output: 'control-charts/iprime-phases.png' },
  { args: SIX, output: 'control-charts/six-practices.svg' },
  { args: SIX, output: 'control-charts/six-practices.png' },
  { args: SCAN, output: 'control-charts/funnel.svg' },
  { args: SCAN, output: 'control-charts/funnel.png' },
  { args: SCAN, output: 'control-charts/scan.md' },
  { args: EVALUATE, output: 'evaluation-frome' },
  { args: KNOWN_EFFECT, output: 'evaluation-simulated' },
  { args: AMONG_SIXTY, output: 'evaluation-among-sixty' },
];
