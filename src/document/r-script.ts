import type { EvaluateResult } from '../analysis/evaluate/result.ts';
import { R_SCRIPT } from '../messages/r-script.ts';
import type { Estimate } from '../statistics/estimate.ts';
import type { Provenance } from './provenance.ts';

/**
 * A short R script that holds the quarters as they were fitted and computes the primary model and the alternatives again, each
 * printed beside the number given here: base R, with nlme and sandwich for two of them. Null where no controlled model was fitted.
 */
export function rScript(result: EvaluateResult, { inputs, commandLine, version }: Provenance): string | null {
  const { design, controlled, quarters } = result;
  const primary = controlled?.primary;
  if (!controlled || !primary) return null;
  const two = primary.terms.secondSlope !== undefined;
  const { interventionTime: start, secondTime } = design;
  const second = two ? secondTime : null;
  const rated = primary.basis === 'rates';
  const column = (values: readonly (number | null)[]) => `c(${values.map((value) => value ?? 'NA').join(', ')})`;
  const terms = second === null ? 't + post + s' : 't + post + s + post2 + s2';
  const removed = second === null ? 'post = 0, s = 0' : 'post = 0, s = 0, post2 = 0, s2 = 0';
  const alternative = (model: string) => controlled.alternatives.find((one) => one.model === model);
  const log = (one: string) => alternative(one)?.terms.slope ?? alternative(one)?.terms.level ?? null;
  const has = (model: string) => alternative(model) !== undefined;
  const blocks: readonly (readonly string[])[] = [
    [
      ...R_SCRIPT.head(version, commandLine).map(comment),
      ...inputs.map(({ path, sha256 }) => comment(`${path}  SHA-256 ${sha256}`)),
    ],
    [
      comment(R_SCRIPT.data),
      'd <- data.frame(',
      `  t  = ${column(quarters.map(({ time }) => time))},`,
      `  fq = ${column(quarters.map(({ season }) => season))},`,
      `  yp = ${column(quarters.map(({ events }) => events))},`,
      `  lp = ${column(quarters.map(({ people }) => (rated ? people : 1)))},`,
      `  yc = ${column(quarters.map(({ others }) => others))},`,
      `  lc = ${column(quarters.map(({ otherPeople }) => (rated ? otherPeople : 1)))})`,
      `d$post <- as.integer(d$t >= ${start}); d$s <- pmax(0, d$t - ${start})`,
      ...(second === null ? [] : [`d$post2 <- as.integer(d$t >= ${second}); d$s2 <- pmax(0, d$t - ${second})`]),
      'show <- function(what, r, ours) cat(sprintf("%-44s R %-20.12g quarterline %.12g\\n", what, r, ours))',
      'tight <- glm.control(epsilon = 1e-12, maxit = 100)',
    ],
    [
      comment(R_SCRIPT.primary),
      `m <- glm(cbind(yp, yc) ~ ${terms} + offset(log(lp / lc)), binomial, d, control = tight)`,
      'df <- m$df.residual; phi <- sum(resid(m, "pearson")^2) / df; V <- vcov(m) * max(1, phi)',
      show('dispersion', 'phi', primary.dispersion.raw),
      show('slope', 'coef(m)["s"]', primary.terms.slope.estimate),
      show('slope, standard error', 'sqrt(V["s", "s"])', primary.terms.slope.se),
      show('slope, P', '2 * pt(-abs(coef(m)["s"] / sqrt(V["s", "s"])), df)', primary.terms.slope.p),
      show('level', 'coef(m)["post"]', primary.terms.level.estimate),
      show('level, standard error', 'sqrt(V["post", "post"])', primary.terms.level.se),
    ],
    [
      comment(R_SCRIPT.effect),
      `X <- model.matrix(m); X0 <- model.matrix(~ ${terms}, transform(d, ${removed})); n <- nrow(d)`,
      'w <- (X - X0)[n, ]; e <- sum(w * coef(m))',
      show('effect at end (ratio)', 'exp(e)', primary.effectAtEnd.estimate),
      show('effect at end, standard error (log)', 'sqrt(drop(t(w) %*% V %*% w))', primary.effectAtEnd.se),
      comment(R_SCRIPT.avoided),
      'i <- d$post == 1; base <- d$yc * d$lp / d$lc',
      'E0 <- base * exp(drop(X0 %*% coef(m))); E1 <- base * exp(drop(X %*% coef(m)))',
      'g <- colSums((X0 * E0 - X * E1)[i, , drop = FALSE]); se <- sqrt(drop(t(g) %*% V %*% g))',
      show('avoided', 'sum((E0 - E1)[i])', primary.avoided.estimate),
      show('avoided, lower', 'sum((E0 - E1)[i]) - qt(.975, df) * se', primary.avoided.lower),
      show('avoided, upper', 'sum((E0 - E1)[i]) + qt(.975, df) * se', primary.avoided.upper),
    ],
    [
      comment(R_SCRIPT.stacked),
      'k <- rbind(transform(d, y = 1000 * yp / lp, z = 1), transform(d, y = 1000 * yc / lc, z = 0))',
      `a <- summary(lm(${rated ? 'y' : 'I(y / 1000)'} ~ z * (${terms}), k))$coefficients`,
      ...both('stacked, slope', 'a["z:s", 1]', 'a["z:s", 2]', alternative('stacked-ols')?.terms.slope ?? null),
    ],
    ...(has('difference-series-ols')
      ? [
          [
            comment(R_SCRIPT.difference),
            'd$D <- log(d$yp / d$lp) - log(d$yc / d$lc)',
            `c1 <- lm(D ~ ${terms}, d); cs <- summary(c1)$coefficients`,
            ...both('difference series, slope', 'cs["s", 1]', 'cs["s", 2]', log('difference-series-ols')),
            ...both(
              'mean after less before',
              'coef(lm(D ~ post, d))[2]',
              'summary(lm(D ~ post, d))$coefficients[2, 2]',
              log('difference-in-differences'),
            ),
            ...both(
              'trend before',
              'coef(lm(D ~ t, d, post == 0))[2]',
              'summary(lm(D ~ t, d, post == 0))$coefficients[2, 2]',
              controlled.preTrend,
            ),
          ],
          [
            comment(R_SCRIPT.reml),
            'if (requireNamespace("nlme", quietly = TRUE)) {',
            `  r <- nlme::gls(D ~ ${terms}, d, correlation = nlme::corAR1(form = ~ t), method = "REML",`,
            '    control = nlme::glsControl(tolerance = 1e-12, msTol = 1e-14, maxIter = 500, msMaxIter = 500))',
            `  ${show('REML AR(1), slope', 'coef(r)["s"]', log('difference-series-reml-ar1')?.estimate ?? null)}`,
            `  ${show('REML AR(1), standard error', 'sqrt(vcov(r)["s", "s"])', log('difference-series-reml-ar1')?.se ?? null)}`,
            '}',
          ],
        ]
      : []),
    ...(has('comparator-as-offset')
      ? [
          [
            comment(R_SCRIPT.offset),
            `o <- glm(yp ~ ${terms} + offset(log(lp) + log(yc / lc)), poisson, d, control = tight)`,
            'po <- max(1, sum(resid(o, "pearson")^2) / o$df.residual)',
            ...both(
              'comparator as offset, slope',
              'coef(o)["s"]',
              'sqrt(po * vcov(o)["s", "s"])',
              log('comparator-as-offset'),
            ),
          ],
        ]
      : []),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const comment = (text: string): string => `# ${text.replaceAll(/[\r\n]+/g, ' ')}`;

const show = (what: string, code: string, ours: number | null): string =>
  `show("${what}", ${code}, ${ours === null ? 'NA' : String(ours)})`;

const both = (what: string, estimate: string, se: string, ours: Estimate | null): readonly string[] => [
  show(what, estimate, ours?.estimate ?? null),
  show(`${what}, standard error`, se, ours?.se ?? null),
];
