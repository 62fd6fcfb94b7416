interface OfOption {
  readonly option: string;
}

interface Given {
  readonly text: string;
}

interface OfFrequency {
  readonly frequency: string;
}

/** Why options cannot be used, and what should not happen. */
export interface UsageProblems {
  'usage.not-a-number': OfOption;
  'usage.thousands': Given;
  'usage.not-positive': OfOption;
  'usage.no-path': OfOption & { readonly path: string };
  'usage.swallowed': OfOption & Given;
  'usage.standard-input': { readonly uses: readonly string[] };
  'usage.columns': Given;
  'usage.peer-group': Given;
  'usage.peer-group-twice': { readonly name: string };
  'usage.groups-alone': object;
  'usage.no-chart': { readonly command: string };
  'usage.two-formats': { readonly format: string };
  'usage.no-such-ending': { readonly path: string; readonly ending: string; readonly endings: readonly string[] };
  'usage.no-files': { readonly command: string };
  'rules.unknown': { readonly name: string; readonly known: readonly string[]; readonly nearest: readonly string[] };
  'library.not-data': object;
  'library.not-answer': object;
  'library.files': { readonly found: string };
  'library.records': { readonly found: string };
  'library.cell': { readonly record: number; readonly heading: string; readonly found: string };
  'library.options': { readonly command: string };
  'library.unknown-option': { readonly name: string; readonly command: string; readonly near: readonly string[] };
  'library.option-value': { readonly name: string; readonly found: string; readonly expected: string };
  'library.run-chart': object;
  'library.no-such-chart': { readonly chart: string; readonly known: readonly string[] };
  'failure.standard-output': { readonly code: string };
  'failure.unexpected': { readonly message: string };
  'period.no-financial-year': OfFrequency;
  'period.no-quarter': OfFrequency;
  'period.no-date': OfFrequency;
}
