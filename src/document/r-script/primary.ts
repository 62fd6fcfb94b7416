import type { PrimaryModel } from '../../analysis/evaluate/result.ts';
import { R_SCRIPT } from '../../messages/r-script.ts';
import { type ScriptInput, segmentTerms } from './context.ts';
import { checkNumbers, checkTerms, ourInterval, ourTerms } from './ours.ts';
import { comment, rNumber } from './text.ts';

/** The primary model: dispersion, terms, effect in the last quarter, admissions avoided, and the F test of seasons. */
export function primaryBlock(input: ScriptInput, primary: PrimaryModel): string {
  const { terms, dispersion, effectAtEnd, expected, avoided, seasons } = primary;
  const formula = `cbind(yp, yc) ~ ${segmentTerms(input)} + offset(size)`;
  const totals = [
    `totals_agree("primary", m, X[after, , drop = FALSE], X0[after, , drop = FALSE], (d$yc * exp(d$size))[after], rbind(`,
    `  expected = c(${rNumber(expected)}, NA, NA),`,
    `  avoided = ${ourInterval(avoided)}))`,
  ];
  const test = seasons && [
    comment(R_SCRIPT.seasons),
    `m4 <- quasi(update(${formula}, . ~ . + fq), quasibinomial, d)`,
    'added <- m$df - m4$df',
    'f <- max(0, deviance(m$model) - deviance(m4$model)) / added / m4$dispersion[2]',
    checkNumbers(['primary seasons, F', 'primary seasons, P'], 'c(f, pf(f, added, m4$df, lower.tail = FALSE))', [
      seasons.statistic,
      seasons.p,
    ]),
  ];
  return [
    comment(R_SCRIPT.primary),
    `m <- quasi(${formula}, quasibinomial, d)`,
    checkNumbers(['primary dispersion', 'primary dispersion used'], 'm$dispersion', [dispersion.raw, dispersion.used]),
    checkTerms('primary', 'm', ourTerms(terms)),
    comment(R_SCRIPT.effect),
    'X <- model.matrix(m$model); X0 <- X; X0[, effect] <- 0; after <- d$quarter >= change',
    `combined("primary effectAtEnd", m, (X - X0)[nrow(d), ], ${ourInterval(effectAtEnd)}, exp)`,
    comment(R_SCRIPT.avoided),
    ...totals,
    ...(test ?? []),
  ].join('\n');
}
