import type { PrimaryModel } from '../../analysis/evaluate/result.ts';
import { R_SCRIPT } from '../../messages/r-script/r-script.ts';
import { type ScriptInput, segmentTerms } from './context.ts';
import { checkNumbers, checkTerms, ourInterval, ourTerms } from './ours.ts';
import { comment, rNumber } from './text.ts';

/** Jumps and changes of slope together: Wald's F. */
function jointLines({ statistic, p }: NonNullable<PrimaryModel['joint']>): readonly string[] {
  return [
    comment(R_SCRIPT.joint),
    'f <- sum(m$b[effect] * solve(m$V[effect, effect], m$b[effect])) / length(effect)',
    checkNumbers(['primary joint, F', 'primary joint, P'], 'c(f, pf(f, length(effect), m$df, lower.tail = FALSE))', [
      statistic,
      p,
    ]),
  ];
}

/** The primary model: dispersion, terms, effect in the last quarter, admissions avoided, and the F test of seasons. */
export function primaryBlock(input: ScriptInput, primary: PrimaryModel): string {
  const { terms, seasonTerms, joint, dispersion, effectAtEnd, expected, avoided, seasons } = primary;
  const plain = `cbind(yp, yc) ~ ${segmentTerms(input)} + offset(size)`;
  const formula = seasonTerms ? `cbind(yp, yc) ~ ${segmentTerms(input)} + fq + offset(size)` : plain;
  const totals = [
    `totals_agree("primary", m, X[after, , drop = FALSE], X0[after, , drop = FALSE], (d$yc * exp(d$size))[after], rbind(`,
    `  expected = c(${rNumber(expected)}, NA, NA),`,
    `  avoided = ${ourInterval(avoided)}))`,
  ];
  const test = seasons && [
    comment(R_SCRIPT.seasons),
    `m0 <- quasi(${plain}, quasibinomial, d)`,
    `m4 <- quasi(update(${plain}, . ~ . + fq), quasibinomial, d)`,
    'added <- m0$df - m4$df',
    'f <- max(0, deviance(m0$model) - deviance(m4$model)) / added / m4$dispersion[2]',
    checkNumbers(['primary seasons, F', 'primary seasons, P'], 'c(f, pf(f, added, m4$df, lower.tail = FALSE))', [
      seasons.statistic,
      seasons.p,
    ]),
  ];
  return [
    comment(R_SCRIPT.primary),
    `m <- quasi(${formula}, quasibinomial, d)`,
    checkNumbers(['primary dispersion', 'primary dispersion used'], 'm$dispersion', [dispersion.raw, dispersion.used]),
    checkTerms('primary', 'm', ourTerms({ ...terms, ...seasonTerms })),
    ...(joint ? jointLines(joint) : []),
    comment(R_SCRIPT.effect),
    'X <- model.matrix(m$model); X0 <- X; X0[, effect] <- 0; after <- d$quarter >= change',
    `combined("primary effectAtEnd", m, (X - X0)[nrow(d), ], ${ourInterval(effectAtEnd)}, exp)`,
    comment(R_SCRIPT.avoided),
    ...totals,
    ...(test ?? []),
  ].join('\n');
}
