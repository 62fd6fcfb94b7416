# The standard error of theta that glm.nb prints is 1 / sqrt(information) one Newton step before theta.ml stops, and theta.ml stops
# at steps below .Machine$double.eps^0.25 = 1.2e-4 whatever glm.control says. Here the same with steps below 1e-14.
# Run: Rscript theta-error.R > theta-error.json
suppressPackageStartupMessages(library(MASS))
tight <- function(formula) {
  m <- glm.nb(formula, data = quine, control = glm.control(epsilon = 1e-14, maxit = 200))
  theta <- theta.ml(quine$Days, fitted(m), nrow(quine), limit = 500, eps = 1e-14)
  c(theta = as.vector(theta), se = attr(theta, "SE"), printed = m$SE.theta)
}
book <- tight(Days ~ Sex / (Age + Eth * Lrn))
main <- tight(Days ~ Eth + Sex + Age + Lrn)
row <- function(v) sprintf('{ "theta": %.15g, "se_theta": %.15g, "printed_se_theta": %.15g }', v[["theta"]], v[["se"]], v[["printed"]])
cat(sprintf('{\n  "computed_with": "%s; MASS %s",\n  "quine_mass_book": %s,\n  "quine_main_effects": %s\n}\n',
            R.version.string, packageVersion("MASS"), row(book), row(main)))
