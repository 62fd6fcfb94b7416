/** What every chart says. Plain text, made by messages: charts/ holds no sentence. */
export interface ChartTexts {
  /** The finding, a sentence. */
  readonly title: string;
  /** What is shown, where, when, unit. */
  readonly subtitle: string;
  /** Below the plot, a paragraph each: source, notes of the input (`Reconstruction: ...`), rule set, baseline. */
  readonly notes: readonly string[];
  /** The chart for those who do not see it; becomes the description of the spec. */
  readonly alt: string;
}

/** What stands over a value axis. The parts are joined by what the scale turns out to need. */
export interface ValueAxisTexts {
  /** Measure and unit: `Emergency admissions a quarter`. */
  readonly title: string;
  /** `lower is better ↓`; null where neither is. */
  readonly better: string | null;
  /** Added where the axis does not start at zero: `the axis does not start at zero`. */
  readonly notFromZero: string;
  /** Added where panels have scales of their own: `each chart has its own scale`. */
  readonly ownScales: string;
}
