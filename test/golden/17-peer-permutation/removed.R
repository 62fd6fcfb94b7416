# The permutation of run.R once more with the treated practice (P01) taken out of the others' comparator: two-sided P values.
# Copy ../_sim/peers.csv beside this file as data.csv, then: Rscript removed.R > removed.json
ct <- glm.control(epsilon = 1e-12, maxit = 100)
d <- read.csv("data.csv"); d$post <- as.integer(d$t >= 17); d$s <- pmax(0, d$t - 17); ids <- unique(d$practice)
one <- function(id) {
  x <- d[d$practice == id, ]; x <- x[order(x$t), ]
  out <- d[!d$practice %in% c(id, "P01"), ]; rest <- aggregate(cbind(admissions, list_size) ~ t, out, sum); rest <- rest[match(x$t, rest$t), ]
  yc <- rest$admissions; Lc <- rest$list_size; b <- x$t %in% 13:16; f <- x$t %in% 29:32
  ror <- log(sum(x$admissions[f]) / sum(x$list_size[f]) / (sum(x$admissions[b]) / sum(x$list_size[b])) / (sum(yc[f]) / sum(Lc[f]) / (sum(yc[b]) / sum(Lc[b]))))
  w <- x$t %in% 17:31; lr <- log(x$admissions / x$list_size) - log(yc / Lc)
  m <- glm(cbind(x$admissions, yc) ~ x$t + x$post + x$s + offset(log(x$list_size / Lc)), family = quasibinomial, control = ct)
  phi <- max(1, summary(m)$dispersion); tpost <- unname(coef(m)[4])
  c(log_ror = ror, slope = unname(coef(lm(lr[w] ~ x$t[w]))[2]), tpost = tpost, effect_last = unname(coef(m)[3]) + 15 * tpost,
    studentised_tpost = tpost / sqrt(summary(m)$cov.unscaled[4, 4] * phi))
}
r <- abs(sapply(ids, one)); p <- rowMeans(r >= r[, 1] - 1e-15)
cat(sprintf('{\n  "computed_with": "%s",\n  "p_two_sided": { %s }\n}\n', R.version.string, paste(sprintf('"%s": %.15g', names(p), p), collapse = ", ")))
