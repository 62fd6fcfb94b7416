import type { Helper } from './helper.ts';

/** The estimators: each gives coefficients b, their covariance V and degrees of freedom. */
export const MODELS: readonly Helper[] = [
  {
    name: 'ols',
    code: `ols <- function(formula, data) {
  m <- lm(formula, data)
  list(model = m, b = coef(m), V = vcov(m), df = m$df.residual)
}`,
  },
  {
    name: 'newey_west',
    code: `newey_west <- function(formula, data) {
  fit <- ols(formula, data)
  fit$V <- sandwich::NeweyWest(fit$model, lag = lag_of(nrow(data)), prewhite = FALSE, adjust = TRUE)
  fit
}`,
  },
  {
    name: 'newey_west_gaps',
    code: `newey_west_gaps <- function(formula, data) {
  fit <- ols(formula, data); n <- nrow(data); at <- data$t - min(data$t) + 1
  u <- matrix(0, max(at), length(fit$b)); u[at, ] <- sandwich::estfun(fit$model)
  S <- crossprod(u); lags <- lag_of(n)
  for (l in seq_len(lags)) {
    G <- crossprod(u[-seq_len(l), , drop = FALSE], u[seq_len(nrow(u) - l), , drop = FALSE])
    S <- S + (1 - l / (lags + 1)) * (G + t(G))
  }
  bread <- summary(fit$model)$cov.unscaled
  fit$V <- bread %*% S %*% bread * n / (n - length(fit$b))
  fit
}`,
  },
  {
    name: 'prais_winsten',
    code: `prais_winsten <- function(formula, data) {
  X <- model.matrix(formula, data); y <- model.response(model.frame(formula, data))
  gap <- diff(data$t); next_to <- which(gap == 1); before <- c(1, seq_along(gap)); rho <- 0; e <- lm.fit(X, y)$residuals
  for (i in 1:500) {
    was <- rho
    rho <- max(-0.99, min(0.99, sum(e[next_to + 1] * e[next_to]) / sum(e[next_to]^2)))
    r <- c(0, rho^gap); w <- 1 / sqrt(1 - r^2)
    m <- lm(w * (y - r * y[before]) ~ 0 + I(w * (X - r * X[before, ])))
    e <- drop(y - X %*% coef(m))
    if (abs(rho - was) <= 1e-12) break
  }
  list(b = setNames(coef(m), colnames(X)), V = vcov(m), df = m$df.residual, rho = rho)
}`,
  },
  {
    name: 'reml',
    code: `reml <- function(formula, data, rho = NA) {
  at <- function(rho, fixed) nlme::gls(formula, data, correlation = nlme::corAR1(rho, form = ~ t, fixed = fixed),
    method = "REML", control = nlme::glsControl(maxIter = 500, msMaxIter = 500, apVar = FALSE))
  if (is.na(rho)) {
    near <- coef(at(0, FALSE)$modelStruct$corStruct, unconstrained = FALSE)[[1]]
    h <- min(0.005, (1 - abs(near)) / 50)
    likelihood <- function(rho) as.numeric(logLik(at(rho, TRUE)))
    steepness <- function(rho) sum(c(1, -8, 8, -1) * sapply(rho + c(-2, -1, 1, 2) * h, likelihood))
    rho <- uniroot(steepness, near + c(-h, h), tol = 1e-13)$root
  }
  m <- at(rho, TRUE)
  list(b = coef(m), V = vcov(m), df = nrow(data) - length(coef(m)), rho = rho)
}`,
  },
  {
    name: 'quasi',
    code: `quasi <- function(formula, family, data) {
  m <- glm(formula, family, data)
  for (again in 1:2) m <- glm(formula, family, data, start = coef(m))
  raw <- sum(residuals(m, "pearson")^2) / m$df.residual
  list(model = m, b = coef(m), V = summary(m)$cov.unscaled * max(1, raw), df = m$df.residual, dispersion = c(raw, max(1, raw)))
}`,
  },
  {
    name: 'welch',
    code: `welch <- function(a, b) {
  v <- c(a$V["t", "t"], b$V["t", "t"])
  list(b = a$b["t"] - b$b["t"], V = sum(v), df = sum(v)^2 / sum(v^2 / c(a$df, b$df)))
}`,
  },
];
