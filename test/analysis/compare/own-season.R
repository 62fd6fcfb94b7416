# A practice with a season of its own beside a comparator that has none: F test of the quarters of the year in the practice's share,
# the dispersion left by them, and the ratio of ratios at it; on two single years, and on two years against two.
# The values stand in own-season.test.ts. R 4.2.2. To run: Rscript own-season.R, in this folder.
mine <- c(88, 97, 104, 131, 80, 103, 99, 126, 79, 85, 96, 113, 70, 92, 88, 118)
theirs <- c(1010, 985, 1003, 1021, 990, 1002, 1017, 996, 1031, 1008, 992, 1015, 1001, 1024, 987, 1009)
for (w in list(c(1:4, 13:16), 1:16)) {
  y <- mine[w]
  o <- theirs[w]
  after <- as.numeric(w > 8)
  season <- factor((w - 1) %% 4)
  plain <- glm(cbind(y, o) ~ after, binomial)
  seasonal <- glm(cbind(y, o) ~ after + season, binomial)
  phi <- function(m) sum(residuals(m, "pearson")^2) / m$df.residual
  f <- (deviance(plain) - deviance(seasonal)) / 3 / phi(seasonal)
  total <- function(x) tapply(x, after, sum)
  log_ratio <- diff(log(total(y))) - diff(log(total(o)))
  se <- sqrt(max(1, phi(seasonal)) * sum(1 / c(total(y), total(o))))
  reach <- qt(.975, seasonal$df.residual) * se
  cat(length(w), format(c(phi(plain), phi(seasonal), f, pf(f, 3, seasonal$df.residual, lower.tail = FALSE)), digits = 10), "\n")
  cat(seasonal$df.residual, format(exp(log_ratio + c(0, -1, 1) * reach), digits = 10), "\n")
}
