# REML AR(1) of the difference series on shorter stretches, with and without seasons: the mean effect over the quarters after.
# The values stand in specifications.test.ts. R 4.2.2, nlme 3.1.162. To run: Rscript specifications.R, in this folder.
suppressMessages(library(nlme))
d <- read.csv("../../golden/_sim/two_area.csv")
practice <- d[d$area == "practice", ]
county <- d[d$area == "county", ]
D <- log(practice$admissions / practice$list_size) - log(county$admissions / county$list_size)
for (w in list(9:32, 1:24)) {
  x <- data.frame(D = D[w], t = w, post = as.numeric(w >= 17), s = pmax(0, w - 17), q = factor((w - 1) %% 4))
  for (f in list(D ~ t + post + s, D ~ t + post + s + q)) {
    m <- gls(f, x, correlation = corAR1(form = ~t), method = "REML")
    weights <- c(0, 0, 1, mean(x$s[x$post == 1]), rep(0, length(coef(m)) - 4))
    se <- sqrt(c(t(weights) %*% vcov(m) %*% weights))
    effect <- sum(weights * coef(m))
    lower <- effect - qt(.975, nrow(x) - length(coef(m))) * se
    cat(sum(x$post == 0), sum(x$post), length(coef(m)) > 4, format(exp(c(effect, lower)), digits = 9), "\n")
  }
}
