# Jump and change of slope together, by Wald's F, on the simulated pair: the primary model, with seasons, with two changes, and the
# difference series by least squares and REML AR(1). The values stand in joint-test.test.ts. R 4.2.2, nlme 3.1.162.
# To run: Rscript joint-test.R, in this folder. anova()'s F (drop in deviance) is printed beside, as a check by another road.
suppressMessages(library(nlme))
d <- read.csv("../../golden/_sim/two_area.csv")
p <- d[d$area == "practice", ]
k <- d[d$area == "county", ]
x <- data.frame(yp = p$admissions, yc = k$admissions, size = log(p$list_size / k$list_size), t = seq_len(nrow(p)))
x <- transform(x, post = as.numeric(t >= 17), s = pmax(0, t - 17), post2 = as.numeric(t >= 25), s2 = pmax(0, t - 25),
  q = factor((t - 1) %% 4 + 1), D = log(yp / yc) - size)
wald <- function(b, V, df, names) {
  f <- sum(b[names] * solve(V[names, names], b[names])) / length(names)
  cat(format(c(f, length(names), df, pf(f, length(names), df, lower.tail = FALSE)), digits = 13), "\n")
}
share <- function(formula, names, without) {
  m <- glm(formula, quasibinomial, x, control = glm.control(epsilon = 1e-12, maxit = 100))
  phi <- max(1, summary(m)$dispersion)
  wald(coef(m), summary(m)$cov.unscaled * phi, m$df.residual, names)
  m0 <- update(m, without)
  cat("  anova:", (deviance(m0) - deviance(m)) / length(names) / phi, "\n")
}
one <- c("post", "s")
share(cbind(yp, yc) ~ t + post + s + offset(size), one, . ~ . - post - s)
share(cbind(yp, yc) ~ t + post + s + q + offset(size), one, . ~ . - post - s)
share(cbind(yp, yc) ~ t + post + s + post2 + s2 + offset(size), c(one, "post2", "s2"), . ~ . - post - s - post2 - s2)
m <- lm(D ~ t + post + s, x)
wald(coef(m), vcov(m), m$df.residual, one)
cat("  anova:", anova(lm(D ~ t, x), m)$F[2], "\n")
g <- gls(D ~ t + post + s, x, correlation = corAR1(form = ~t), method = "REML", control = glsControl(tolerance = 1e-12, msTol = 1e-14))
wald(coef(g), vcov(g), 28, one)
# The primary with seasons: what --seasons quarters gives.
m <- glm(cbind(yp, yc) ~ t + post + s + q + offset(size), quasibinomial, x, control = glm.control(epsilon = 1e-12, maxit = 100))
phi <- summary(m)$dispersion
V <- summary(m)$cov.unscaled * max(1, phi)
X <- model.matrix(m); X0 <- X; X0[, one] <- 0; after <- x$post == 1
w <- (X - X0)[32, ]; se <- sqrt(c(t(w) %*% V %*% w)); df <- m$df.residual
cat("seasons: dispersion", format(phi, digits = 13), "end", format(exp(sum(w * coef(m)) + c(0, -1, 1) * qt(.975, df) * se), digits = 13), "\n")
E0 <- (x$yc * exp(x$size + drop(X0 %*% coef(m))))[after]; E1 <- (x$yc * exp(x$size + drop(X %*% coef(m))))[after]
gradient <- colSums(X0[after, ] * E0 - X[after, ] * E1); sa <- sqrt(c(t(gradient) %*% V %*% gradient))
cat("seasons: expected", format(sum(E0), digits = 13), "avoided", format(sum(E0 - E1) + c(0, -1, 1) * qt(.975, df) * sa, digits = 13), "\n")
# The placebo in time: the quarters before, as if the change had come in the 9th; the smallest fall and rise seen with 80 % power.
b <- transform(x[1:16, ], post = as.numeric(t >= 9), s = pmax(0, t - 9))
m <- glm(cbind(yp, yc) ~ t + post + s + offset(size), quasibinomial, b, control = glm.control(epsilon = 1e-12, maxit = 100))
V <- summary(m)$cov.unscaled * max(1, summary(m)$dispersion); w <- c(0, 0, 1, 7); se <- sqrt(c(t(w) %*% V %*% w))
reach <- (qt(.975, m$df.residual) + qt(.8, m$df.residual)) * se
cat("placebo:", format(c(exp(sum(w * coef(m))), 100 * expm1(-reach), 100 * expm1(reach)), digits = 13), "\n")
