# Expected values of peers.test.ts: the simulated practices of golden/_sim/peers.csv, P01 treated from the 17th quarter on.
# Rscript peers.R, in this folder. Base R only.
d <- read.csv("../../golden/_sim/peers.csv")
ids <- unique(d$practice)
beside <- function(id) {
  x <- d[d$practice == id, ]; x <- x[order(x$t), ]
  rest <- aggregate(cbind(admissions, list_size) ~ t, d[d$practice != id, ], sum); rest <- rest[match(x$t, rest$t), ]
  data.frame(t = x$t, y = x$admissions, n = x$list_size, yc = rest$admissions, nc = rest$list_size)
}
all <- lapply(ids, beside)

# Difference in the last quarter over its standard error, dispersion never below 1.
effect <- sapply(all, function(x) {
  x$post <- as.integer(x$t >= 17); x$s <- pmax(0, x$t - 17)
  m <- glm(cbind(y, yc) ~ t + post + s + offset(log(n / nc)), quasibinomial, x, control = glm.control(1e-12, 100))
  w <- c(0, 0, 1, 15)
  sum(w * coef(m)) / sqrt(max(1, summary(m)$dispersion) * drop(t(w) %*% summary(m)$cov.unscaled %*% w))
})
cat(sprintf("studentised effect %.12g, rank %d\n", effect[1], sum(abs(effect) >= abs(effect[1]) - 1e-15)))

# All years before together. Log rate over that of the others, year by year: the last year before first.
sums <- function(x, quarters) colSums(x[x$t %in% quarters, c("y", "n", "yc", "nc")])
log_of <- function(v) unname(log(v["y"] / v["n"] / (v["yc"] / v["nc"])))
chance_of <- function(v) unname(1 / v["y"] + 1 / v["yc"])
years <- list(13:16, 9:12, 5:8, 1:4); k <- length(years)
logs <- t(sapply(all, function(x) sapply(years, function(q) log_of(sums(x, q)))))
chance <- t(sapply(all, function(x) sapply(years, function(q) chance_of(sums(x, q)))))
long <- data.frame(log = c(logs), area = factor(rep(seq_along(ids), k)))
table <- anova(lm(log ~ area, long))
within <- max(0, table["Residuals", "Mean Sq"] - mean(chance))
between <- max(0, (table["area", "Mean Sq"] - table["Residuals", "Mean Sq"]) / k)
df <- table["Residuals", "Df"]
cat(sprintf("year to year %.12g, between %.12g, df %d\n", sqrt(within), sqrt(between), df))
noise <- (within + mean(chance[1, ])) / k
weight <- between / (between + noise)
level <- mean(logs) + weight * (mean(logs[1, ]) - mean(logs))
cat(sprintf("ratio %.12g, shrunken %.12g\n", exp(mean(logs[1, ])), exp(level)))
own <- all[[1]]; after <- sums(own, 29:32)
show <- function(name, estimate, se)
  cat(sprintf("%s %.12g (%.12g to %.12g), P %.12g\n", name, exp(estimate), exp(estimate - qt(.975, df) * se), exp(estimate + qt(.975, df) * se), 2 * pt(-abs(estimate / se), df)))
against <- function(name, quarters) {
  before <- sums(own, quarters)
  show(name, log_of(after) - log_of(before), sqrt(chance_of(after) + within + chance_of(before) + within / (length(quarters) / 4)))
}
against("all years", 1:16)
against("without the last", 1:12)
show("drawn", log_of(after) - level, sqrt(chance_of(after) + within + weight * noise))
show("last year", logs[1, 1] - mean(logs[1, -1]), sqrt(within + chance[1, 1] + (within + mean(chance[1, -1])) / (k - 1)))
