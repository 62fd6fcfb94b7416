import type { Helper } from './helper.ts';

/** What sets R's numbers beside those of quarterline. `ours`: NA is not compared. */
export const CHECKING: readonly Helper[] = [
  {
    name: 'check',
    code: String.raw`check <- function(what, r, ours, scale = 0) {
  what <- what[!is.na(ours)]; r <- unname(r)[!is.na(ours)]; scale <- rep_len(scale, length(ours))[!is.na(ours)]
  ours <- unname(ours)[!is.na(ours)]
  if (length(ours) == 0) return(invisible())
  off <- ifelse(r == ours, 0, abs(r - ours) / pmax(abs(ours), scale))
  ok <- !is.na(r) & (off < 5e-7 | pmax(abs(r), abs(ours)) < 1e-10)
  cat(sprintf("%-58s %16.9g %16.9g %8.1e%s\n", what, r, ours, off, ifelse(ok, "", "  <<<")), sep = "")
  agree <<- c(agree, setNames(ok, what))
}`,
  },
  {
    name: 'interval',
    code: `interval <- function(what, estimate, se, df, ours, natural = identity) {
  limits <- estimate + c(0, -1, 1) * qt(0.975, df) * se
  check(paste0(what, c("", ", lower", ", upper")), natural(limits), ours, if (identical(natural, identity)) se else 0)
}`,
  },
  {
    name: 'combined',
    code: `combined <- function(what, fit, w, ours, natural = identity)
  interval(what, sum(w * fit$b), sqrt(drop(w %*% fit$V %*% w)), fit$df, ours, natural)`,
  },
  {
    name: 'terms_agree',
    code: `terms_agree <- function(what, fit, ours) {
  fit <- tryCatch(fit, error = function(e) list(b = NA, V = NA, df = 1, said = message(what, ": ", conditionMessage(e))))
  b <- fit$b[rownames(ours)]; se <- setNames(sqrt(diag(as.matrix(fit$V))), names(fit$b))[rownames(ours)]
  r <- cbind(b, se, 2 * pt(-abs(b / se), fit$df))
  what <- outer(paste(what, rownames(ours)), c("", " SE", " P"), paste0)
  check(t(what), t(r), t(ours), t(cbind(pmax(se, 1e-9 * max(abs(b))), 0, 0)))
  invisible(fit)
}`,
  },
  {
    name: 'at_end',
    code: `at_end <- function(fit, prefix = "") {
  w <- 0 * fit$b
  own <- effect[paste0(prefix, effect) %in% names(w)]
  w[paste0(prefix, own)] <- unlist(d[nrow(d), own])
  w
}`,
  },
  {
    name: 'totals_agree',
    code: `totals_agree <- function(what, fit, X, X0, base, ours) {
  E0 <- base * exp(drop(X0 %*% fit$b)); E1 <- base * exp(drop(X %*% fit$b))
  total <- function(name, value, gradient)
    interval(paste(what, name), value, sqrt(drop(gradient %*% fit$V %*% gradient)), fit$df, ours[name, ])
  total("expected", sum(E0), colSums(X0 * E0))
  total("avoided", sum(E0 - E1), colSums(X0 * E0 - X * E1))
}`,
  },
  {
    name: 'effects_agree',
    code: `effects_agree <- function(what, fit, X, a, ours) {
  X0 <- X; X0[, effect] <- 0; after <- a$quarter >= change; n <- nrow(X)
  w <- rbind(postTrend = colnames(X) %in% c("t", "s", "s2"), effectAtEnd = (X - X0)[n, ],
    meanEffect = colMeans((X - X0)[after, , drop = FALSE]), expected = colSums((a$thousands * X0)[after, , drop = FALSE]),
    avoided = colSums((a$thousands * (X0 - X))[after, , drop = FALSE]))
  for (one in rownames(w)) combined(paste(what, one), fit, w[one, ], ours[one, ])
  E <- sum(X0[n, ] * fit$b); r <- sum(w["effectAtEnd", ] * fit$b) / E; g <- (w["effectAtEnd", ] - r * X0[n, ]) / E
  interval(paste(what, "relativeEffectAtEnd"), 100 * r, 100 * sqrt(drop(g %*% fit$V %*% g)), fit$df, ours["relativeEffectAtEnd", ])
}`,
  },
];
