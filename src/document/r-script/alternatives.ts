import type { Alternative, Controlled } from '../../analysis/evaluate/result.ts';
import { R_SCRIPT } from '../../messages/r-script/r-script.ts';
import { table } from '../../table.ts';
import { neweyWestOf, remlOf, type ScriptInput, segmentTerms } from './context.ts';
import { checkNumbers, checkRho, checkTerms, isExact, ourInterval, ourTerm, ourTerms } from './ours.ts';
import { comment, rText } from './text.ts';

interface Form {
  /** The fit in R; `terms` is the right-hand side, seasons included. */
  readonly fit: (terms: string, model: Alternative, input: ScriptInput) => string;
  /** R's name of a coefficient where areas are stacked. */
  readonly naming?: (name: string) => string;
}

const ofPractice = (name: string): string => {
  if (name.startsWith('fq')) return name;
  return name === '(Intercept)' ? 'z' : `z:${name}`;
};

const stacked = (y: string): Form => ({
  fit: (terms) => {
    const segments = terms.replace(' + fq', '');
    const seasons = terms === segments ? '' : ' + fq';
    return `ols(${y} ~ z * (${segments})${seasons}, both)`;
  },
  naming: ofPractice,
});

/** Every alternative by its name in the result. */
const FORMS: Readonly<Record<string, Form>> = table<Form>({
  'stacked-ols': stacked('y'),
  'stacked-ols-log': stacked('log(y)'),
  'stacked-ols-log-seasons': stacked('log(y)'),
  'difference-series-ols': { fit: (terms) => `ols(D ~ ${terms}, d)` },
  'difference-series-newey-west': {
    fit: (terms, _, { result }) => `${neweyWestOf(result.quarters)}(D ~ ${terms}, d)`,
  },
  'difference-series-prais-winsten': { fit: (terms) => `prais_winsten(D ~ ${terms}, d)` },
  'difference-series-reml-ar1': { fit: (terms, { rho }) => remlOf(`D ~ ${terms}`, 'd', rho) },
  'difference-series-prais-winsten-seasons': { fit: (terms) => `prais_winsten(D ~ ${terms}, d)` },
  'difference-series-reml-ar1-seasons': { fit: (terms, { rho }) => remlOf(`D ~ ${terms}`, 'd', rho) },
  'difference-series-ols-seasons': { fit: (terms) => `ols(D ~ ${terms}, d)` },
  'rate-difference-ols': { fit: (terms) => `ols(rp - rc ~ ${terms}, d)` },
  'conditional-quasi-binomial-seasons': {
    fit: (terms) => `quasi(cbind(yp, yc) ~ ${terms} + offset(size), quasibinomial, d)`,
  },
  'conditional-quasi-binomial-no-seasons': {
    fit: (terms) => `quasi(cbind(yp, yc) ~ ${terms} + offset(size), quasibinomial, d)`,
  },
  'comparator-as-offset': { fit: (terms) => `quasi(yp ~ ${terms} + offset(size + log(yc)), quasipoisson, d)` },
  'difference-in-differences': { fit: () => 'ols(D ~ post, d)' },
});

/** The alternatives of the controlled model, each by its name in the result, and the trend before the change. */
export function alternativesBlock(input: ScriptInput, controlled: Controlled): string {
  const { alternatives } = controlled;
  const isStacked = alternatives.some(({ model }) => model.startsWith('stacked'));
  const isLog = alternatives.some(({ outcome }) => outcome === 'log-ratio') || controlled.preTrend !== null;
  return [
    ...(isStacked
      ? [comment(R_SCRIPT.stacked), 'both <- rbind(transform(d, y = rp, z = 1), transform(d, y = rc, z = 0))']
      : []),
    ...(isLog ? [comment(R_SCRIPT.difference), 'd$D <- log(d$yp / d$yc) - d$size'] : []),
    comment(R_SCRIPT.alternatives),
    ...alternatives.flatMap((one) => alternativeLines(one, input)),
    ...preTrendLines(controlled),
  ].join('\n');
}

function alternativeLines(one: Alternative, input: ScriptInput): readonly string[] {
  const form = FORMS[one.model];
  if (!form || (one.rho !== null && isExact(one.terms))) return [];
  const terms = segmentTerms(input) + (one.seasonTerms ? ' + fq' : '');
  const naming = form.naming ?? ((name: string) => name);
  const ours = ourTerms({ ...one.terms, ...one.seasonTerms }, naming);
  return [
    `m <- ${checkTerms(one.model, form.fit(terms, one, input), ours)}`,
    ...checkRho(one.model, one.rho),
    ...(one.dispersion ? [checkNumbers([`${one.model} dispersion`], 'm$dispersion[1]', [one.dispersion.raw])] : []),
    ...(one.comparatorTerms ? [checkTerms(`${one.model} comparator`, 'm', ourTerms(one.comparatorTerms))] : []),
    ...(one.effectAtEnd
      ? [
          `combined(${rText(`${one.model} effectAtEnd`)}, m, at_end(m${form.naming ? ', "z:"' : ''}), ${ourInterval(one.effectAtEnd)}, exp)`,
        ]
      : []),
  ];
}

function preTrendLines({ preTrend, preTrendConditional }: Controlled): readonly string[] {
  if (!preTrend && !preTrendConditional) return [];
  return [
    comment(R_SCRIPT.preTrend),
    'b <- paired(d[d$quarter < change, ])',
    ...(preTrend ? [checkTerms('preTrend', 'ols(log(yp / yc) - size ~ t, b)', ourTerm('time', preTrend))] : []),
    ...(preTrendConditional
      ? [
          checkTerms(
            'preTrendConditional',
            'quasi(cbind(yp, yc) ~ t + offset(size), quasibinomial, b)',
            ourTerm('time', preTrendConditional),
          ),
        ]
      : []),
  ];
}
