# The simulation (6) of run.R with a million runs a cell instead of 20,000, so that its own Monte Carlo error is below 0.0005.
# Run: Rscript alarms.R > alarms.json
set.seed(7, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
sim <- function(n, t0, rho, reps) {
  t <- 1:n; X <- cbind(1, t, as.integer(t >= t0), pmax(0, t - t0)); B <- solve(crossprod(X)); A <- B %*% t(X)
  E <- matrix(rnorm(n * reps), n); e <- E; e[1, ] <- E[1, ] / sqrt(1 - rho^2); for (i in 2:n) e[i, ] <- rho * e[i - 1, ] + E[i, ]
  b <- A %*% e; r <- e - X %*% b; s2 <- colSums(r^2) / (n - 4); tc <- qt(.975, n - 4)
  c(level = mean(abs(b[3, ]) / sqrt(s2 * B[3, 3]) > tc), slope = mean(abs(b[4, ]) / sqrt(s2 * B[4, 4]) > tc))
}
cells <- list(c(19, 5, 0), c(19, 5, .3), c(19, 5, .6), c(32, 17, 0), c(32, 17, .3), c(32, 17, .6))
rows <- sapply(cells, function(v) {
  p <- rowMeans(replicate(25, sim(v[1], v[2], v[3], 40000)))
  sprintf('    { "n": %g, "t0": %g, "rho": %g, "level": %.6f, "slope": %.6f }', v[1], v[2], v[3], p[["level"]], p[["slope"]])
})
cat(sprintf('{\n  "computed_with": "%s",\n  "runs": 1000000,\n  "cells": [\n%s\n  ]\n}\n', R.version.string, paste(rows, collapse = ",\n")))
