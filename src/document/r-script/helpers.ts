import { R_SCRIPT } from '../../messages/r-script/r-script.ts';
import { comment, rText } from './text.ts';

/** A function of the script: what it is for stands in messages, by its name. */
interface Helper {
  readonly name: keyof (typeof R_SCRIPT)['helpers'];
  readonly code: string;
}

/** What sets R's numbers beside those of quarterline. `ours`: NA is not compared. */
const CHECKING: readonly Helper[] = [
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

/** The estimators: each gives coefficients b, their covariance V and degrees of freedom. */
const MODELS: readonly Helper[] = [
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
    code: `reml <- function(formula, data, rho = NA, start = 0) {
  at <- function(rho, fixed) nlme::gls(formula, data, correlation = nlme::corAR1(rho, form = ~ t, fixed = fixed),
    method = "REML", control = nlme::glsControl(maxIter = 500, msMaxIter = 500, apVar = FALSE))
  if (is.na(rho)) {
    likelihood <- function(rho) as.numeric(logLik(at(rho, TRUE)))
    top <- function(from) tryCatch({
      near <- coef(at(from, FALSE)$modelStruct$corStruct, unconstrained = FALSE)[[1]]
      h <- min(0.005, (1 - abs(near)) / 50)
      steepness <- function(rho) sum(c(1, -8, 8, -1) * sapply(rho + c(-2, -1, 1, 2) * h, likelihood))
      uniroot(steepness, near + c(-h, h), tol = 1e-13)$root
    }, error = function(e) NA)
    tops <- Filter(Negate(is.na), unique(sapply(c(0, start), top)))
    rho <- tops[[which.max(sapply(tops, likelihood))]]
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

const SAID = R_SCRIPT.said;

/** What reads a CSV file as quarterline does. */
const READING: readonly Helper[] = [
  {
    name: 'tidy',
    code: String.raw`tidy <- function(text) gsub("^ | $", "", gsub("[\\h\\v]+", " ", text, perl = TRUE))`,
  },
  {
    name: 'table_lines',
    code: String.raw`table_lines <- function(text, from, to = Inf) {
  lines <- strsplit(text, "\n", fixed = TRUE)[[1]]
  paste(lines[from:min(to, length(lines))], collapse = "\n")
}`,
  },
  {
    name: 'read_input',
    code: String.raw`read_input <- function(path, encoding, sep, quote, sha256, md5, repair = identity) {
  file <- if (grepl("^([/\\\\]|[A-Za-z]:)", path)) path else file.path(folder, path)
  if (!file.exists(file)) stop(${rText(SAID.noFile)}, file)
  as_recorded <- if (getRversion() >= "4.5.0") tools::sha256sum(file) == sha256 else tools::md5sum(file) == md5
  if (!as_recorded) changed <<- c(changed, path)
  text <- iconv(list(readBin(file, "raw", file.size(file))), encoding, "UTF-8", sub = "byte")
  text <- repair(gsub("\r\n?", "\n", sub("^\ufeff", "", text)))
  d <- read.csv(text = text, header = FALSE, sep = sep, quote = quote, colClasses = "character", na.strings = NULL)
  d[] <- lapply(d, tidy)
  d <- d[do.call(paste0, d) != "", ]
  setNames(d[-1, , drop = FALSE], unlist(d[1, ]))
}`,
  },
  {
    name: 'number',
    code: String.raw`number <- function(cells) {
  below_zero <- grepl("^[ \u00a3]*[(\u2010-\u2013\u2212-]", cells)
  digits <- gsub("^[^0-9.]+|[^0-9.eE+-]", "", cells)
  ifelse(digits == "", NA, ifelse(below_zero, -1, 1) * suppressWarnings(as.numeric(digits)))
}`,
  },
  { name: 'lookup', code: 'lookup <- function(cells, texts, values) values[match(cells, texts)]' },
  {
    name: 'cells_of',
    code: `cells_of <- function(area, period, cells, group = "") {
  d <- data.frame(area = area, group = group, period = period, value = number(cells))
  unique(d[complete.cases(d), ])
}`,
  },
  {
    name: 'quarters_of_months',
    code: `quarters_of_months <- function(d, combine) {
  d <- unique(d)
  by <- list(area = d$area, group = d$group, period = d$period %/% 3)
  made <- aggregate(list(value = d$value), by, combine)
  made[aggregate(d$value, by, length)$x == 3, ]
}`,
  },
  {
    name: 'quarters_of_days',
    code: `quarters_of_days <- function(d, combine) {
  d <- unique(d)
  day <- as.POSIXlt(as.Date(d$period, origin = "1970-01-01"))
  by <- list(area = d$area, group = d$group, period = 4 * (day$year + 1900) + day$mon %/% 3)
  made <- aggregate(list(value = d$value), by, combine)
  begin <- function(q) as.numeric(as.Date(sprintf("%d-%02d-01", q %/% 4, 3 * (q %% 4) + 1)))
  made[aggregate(d$value, by, length)$x == begin(made$period + 1) - begin(made$period), ]
}`,
  },
  {
    name: 'pool',
    code: `pool <- function(d, areas) {
  d <- unique(d[d$area %in% areas, ])
  if (!all(areas %in% d$area)) return(numeric())
  one <- paste(d$area, d$group, sep = "\\n")
  total <- tapply(d$value, d$period, sum)
  total[tapply(one, d$period, length) == length(unique(one))]
}`,
  },
  {
    name: 'by_quarter',
    code: `by_quarter <- function(areas) {
  y <- pool(events, areas)
  n <- pool(people, areas)[names(y)]
  data.frame(quarter = as.numeric(names(y)), y = as.vector(y), n = as.vector(n))
}`,
  },
  {
    name: 'within_dates',
    code: 'within_dates <- function(a) a[a$quarter >= first & a$quarter <= last & !(a$quarter %in% washout), ]',
  },
  {
    name: 'rates',
    code: `rates <- function(a) {
  sized <- !anyNA(a$n)
  transform(a, rate = if (sized) 1000 * y / n else y, thousands = if (sized) n / 1000 else 1, size = if (sized) log(n) else 0)
}`,
  },
  {
    name: 'paired',
    code: `paired <- function(d) {
  sized <- !anyNA(c(d$np, d$nc))
  transform(d, rp = if (sized) 1000 * yp / np else yp, rc = if (sized) 1000 * yc / nc else yc,
    size = if (sized) log(np / nc) else 0)
}`,
  },
];

const ALL: readonly Helper[] = [...READING, ...CHECKING, ...MODELS];

/** The functions that a script calls, each with its comment; those that they call themselves included. */
export function helpersFor(body: string): string {
  let text = body;
  const used: string[] = [];
  for (const { name, code } of [...ALL].reverse()) {
    if (!new RegExp(`\\b${name}[(),]`).test(text)) continue;
    used.unshift(`${comment(R_SCRIPT.helpers[name])}\n${code}`);
    text += code;
  }
  return used.join('\n\n');
}
