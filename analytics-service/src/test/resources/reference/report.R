# Reference answers for a report computed through the API: the people of fixture 03_mca26_full, in workshops with the
# hours, modes and modules of workshops.csv, in groups by id modulo 3. Run here:
#   Rscript report.R ../fixtures/statistics/03_mca26_full/data.csv workshops.csv > report.json
suppressPackageStartupMessages({library(lme4); library(metafor); library(nlme); library(lavaan)})
arguments <- commandArgs(TRUE)
d <- read.csv(arguments[1]); w <- read.csv(arguments[2])
d <- merge(d, w, by = "workshop"); d <- d[order(d$id), ]
d$hours <- d$minutes / 60
d$unknown <- 1 - d$coverage_known
d$modules_n <- ifelse(d$modules == "", 0, lengths(strsplit(d$modules, " ")))
d$group <- c("zero", "one", "two")[d$id %% 3 + 1]
scales <- list(communication = 6, expectations = 5, understanding = 3, independence = 5, diversity = 2, professional = 5)
out <- list()
add <- function(section, row, measure, value, call, tol = 1e-9, end = "value")
  out[[length(out) + 1]] <<- list(section = section, row = row, measure = measure, end = end,
                                  value = as.numeric(value), call = call, tol = tol)
ci <- function(section, row, measure, ends, call, tol = 1e-9) {
  add(section, row, measure, ends[1], call, tol, "lower"); add(section, row, measure, ends[2], call, tol, "upper") }
mixed <- function(section, row, name, suffix, formula, data, at, tol = 2e-5) {
  m <- lmer(formula, data, REML = TRUE, control = lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10)))
  e <- fixef(m)[at]; s <- sqrt(diag(as.matrix(vcov(m))))[at]
  df <- length(unique(data$workshop)) - length(fixef(m))
  call <- paste0("lme4::lmer(", deparse(formula), "), REML; t with ", df, " df")
  add(section, row, paste0(name, suffix), e, call, tol)
  ci(section, row, paste0(name, suffix), e + c(-1, 1) * qt(.975, df) * s, call, tol * 10)
  if (at > 1) add(section, row, paste0("p_", name, suffix), 2 * pt(-abs(e / s), df), call, tol * 100) }
clustered <- function(diff, cluster) {
  keep <- diff != 0; r <- rank(abs(diff[keep])) * sign(diff[keep]); s <- tapply(r, cluster[keep], sum)
  sum(s) / sqrt(sum(s^2)) }
tost <- function(x, y) { t <- t.test(x, y, conf.level = .9); e <- t$stderr; m <- mean(x) - mean(y)
  list(ci = t$conf.int, p = max(pt((m + .5) / e, t$parameter, lower.tail = FALSE), pt((m - .5) / e, t$parameter))) }
munzel <- function(x, y) { n1 <- length(x); n2 <- length(y); r <- rank(c(x, y)); r1 <- r[1:n1]; r2 <- r[-(1:n1)]
  v1 <- sum((r1 - rank(x) - mean(r1) + (n1 + 1) / 2)^2) / (n1 - 1); v2 <- sum((r2 - rank(y) - mean(r2) + (n2 + 1) / 2)^2) / (n2 - 1)
  s <- n1 * n2 * (mean(r2) - mean(r1)) / (n1 + n2) / sqrt(n1 * v1 + n2 * v2)
  df <- (n1 * v1 + n2 * v2)^2 / ((n1 * v1)^2 / (n1 - 1) + (n2 * v2)^2 / (n2 - 1))
  list(p = 2 * pt(-abs(s), df), effect = (mean(r2) - mean(r1)) / (n1 + n2) + .5) }
J <- function(df) exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2)
pc <- c()
for (scale in names(scales)) {
  k <- scales[[scale]]
  pre <- as.matrix(d[, paste0(scale, "_", 1:k, "_pre")]); post <- as.matrix(d[, paste0(scale, "_", 1:k, "_post")])
  pre[is.na(post)] <- NA; post[is.na(pre)] <- NA   # a pair is answered together or not at all
  ok <- complete.cases(pre, post); x <- d[ok, ]
  x$then <- rowSums(pre[ok, ]) / k; x$now <- rowSums(post[ok, ]) / k
  x$units <- rowSums(post[ok, ]) - rowSums(pre[ok, ]); x$gain <- x$units / k
  n <- nrow(x); g <- "gains"; t <- t.test(x$gain)
  add(g, scale, "n", n, "complete.cases"); add(g, scale, "missing", nrow(d) - n, "nrow - n")
  add(g, scale, "mean_pre", mean(x$then), "mean"); add(g, scale, "sd_pre", sd(x$then), "sd")
  add(g, scale, "mean_post", mean(x$now), "mean"); add(g, scale, "sd_post", sd(x$now), "sd")
  add(g, scale, "gain", mean(x$gain), "t.test(gain)"); ci(g, scale, "gain", t$conf.int, "t.test(gain)$conf.int")
  add(g, scale, "p_t", t$p.value, "t.test(gain)$p.value", 1e-8)
  mixed(g, scale, "gain_mixed", "", gain ~ 1 + (1 | workshop), x, 1)
  W <- outer(x$units, x$units, "+") / 2; W <- sort(W[lower.tri(W, diag = TRUE)]); q <- max(1, qsignrank(.025, n))
  add(g, scale, "hodges_lehmann", median(W) / k, "median of Walsh averages")
  ci(g, scale, "hodges_lehmann", c(W[q], W[length(W) + 1 - q]) / k, "qsignrank(.025, n)-th Walsh average")
  add(g, scale, "improved", 100 * mean(x$units > 0), "mean(gain > 0)")
  ci(g, scale, "improved", 100 * prop.test(sum(x$units > 0), n, correct = FALSE)$conf.int, "prop.test(correct = FALSE)")
  p <- wilcox.test(x$units, exact = FALSE, correct = FALSE)$p.value
  add(g, scale, "p_asymptotic", p, "wilcox.test(exact = FALSE, correct = FALSE)")
  z <- clustered(x$units, x$workshop); pc[scale] <- 2 * pnorm(-abs(z))
  add(g, scale, "z_clustered", z, "sum(S) / sqrt(sum(S^2)) over workshops")
  add(g, scale, "p_clustered", pc[scale], "2 * pnorm(-abs(z))")
  m <- table(x$workshop); a <- anova(lm(units ~ workshop, x)); ms <- a[["Mean Sq"]]; n0 <- (n - sum(m^2) / n) / (length(m) - 1)
  icc <- (ms[1] - ms[2]) / (ms[1] + (n0 - 1) * ms[2])
  add(g, scale, "icc", icc, "ANOVA ICC(1)"); add(g, scale, "design_effect", 1 + (mean(m) - 1) * max(0, icc), "1 + (mean(m) - 1) ICC")
  dz <- mean(x$gain) / sd(x$gain)
  add(g, scale, "d_z", dz, "mean / sd"); add(g, scale, "hedges_g", dz * J(n - 1), "d_z J(n - 1)")
  f <- function(q) uniroot(function(nc) pt(dz * sqrt(n), n - 1, nc) - q, c(0, 40), tol = 1e-12)$root / sqrt(n)
  ci(g, scale, "d_z", c(f(.975), f(.025)), "noncentral t inversion", 1e-6)
  add(g, scale, "d_av", mean(x$gain) / ((sd(x$then) + sd(x$now)) / 2), "mean gain / mean sd")
  r <- rank(abs(x$units[x$units != 0])); s <- sign(x$units[x$units != 0])
  add(g, scale, "rank_biserial", sum(r * s) / sum(r), "(W+ - W-) / (W+ + W-)")
  add(g, scale, "superiority", mean(x$units > 0) + mean(x$units == 0) / 2, "P(rose) + P(same) / 2")
  for (wave in c("before", "now")) {
    y <- if (wave == "before") pre[ok, ] else post[ok, ]; S <- cov(y); al <- k / (k - 1) * (1 - sum(diag(S)) / sum(S))
    add("reliability", scale, paste0("alpha_", wave), al, "k/(k-1) (1 - tr(S)/sum(S)) = psych::alpha raw_alpha")
    ci("reliability", scale, paste0("alpha_", wave), 1 - (1 - al) * qf(c(.975, .025), n - 1, (n - 1) * (k - 1)), "Feldt", 1e-8)
    if (k == 2) { rr <- cor(y)[1, 2]; add("reliability", scale, paste0("spearman_brown_", wave), 2 * rr / (1 + rr), "2r/(1+r)") }
    if (k > 2) { colnames(y) <- paste0("v", 1:k)
      fit <- cfa(paste("f =~", paste(colnames(y), collapse = " + ")), data.frame(y), std.lv = TRUE)
      l <- sum(inspect(fit, "est")$lambda)^2
      add("reliability", scale, paste0("omega_", wave), l / (l + sum(diag(inspect(fit, "est")$theta))), "lavaan::cfa, one factor", 1e-4) } }
  c3 <- list(before = "then", now = "now", gain = "gain"); names3 <- c("zero", "one", "two")
  for (view in names(c3)) { v <- x[[c3[[view]]]]; u <- round(v * k); kw <- kruskal.test(u, factor(x$group))
    add("groups", scale, paste0("h_", view), kw$statistic, "kruskal.test"); add("groups", scale, paste0("p_", view), kw$p.value, "kruskal.test")
    add("groups", scale, paste0("epsilon_squared_", view), kw$statistic / (n - 1), "H / (n - 1)")
    rk <- rank(u); vr <- var(rk); ps <- c()
    for (i in 1:2) for (j in (i + 1):3) { a <- rk[x$group == names3[i]]; b <- rk[x$group == names3[j]]
      ps[paste0(names3[i], " – ", names3[j])] <- 2 * pnorm(-abs(mean(a) - mean(b)) / sqrt(vr * (1 / length(a) + 1 / length(b)))) }
    ad <- p.adjust(ps, "holm")
    for (i in 1:2) for (j in (i + 1):3) { pair <- paste0(names3[i], " – ", names3[j]); row <- paste0(scale, " / ", pair)
      e <- tost(v[x$group == names3[i]], v[x$group == names3[j]])
      add("groups.pairs", row, paste0("p_dunn_", view), ps[pair], "Dunn, tie-corrected"); add("groups.pairs", row, paste0("p_dunn_holm_", view), ad[pair], "p.adjust holm")
      ci("groups.pairs", row, paste0("difference_", view), e$ci, "t.test(conf.level = .9)"); add("groups.pairs", row, paste0("p_equivalence_", view), e$p, "two one-sided Welch t tests, 0.5", 1e-8) } }
  o <- x[x$mode == "online", ]; i <- x[x$mode == "in_person", ]; b <- rbind(i, o); b$online <- as.numeric(b$mode == "online"); q <- "mode_comparison"
  mu <- munzel(i$units, o$units); add(q, scale, "p_brunner_munzel", mu$p, "Brunner-Munzel by ranks", 1e-8); add(q, scale, "second_larger", mu$effect, "same")
  add(q, scale, "p_mann_whitney", wilcox.test(o$units, i$units, exact = FALSE, correct = FALSE)$p.value, "wilcox.test(exact = FALSE, correct = FALSE)")
  U <- wilcox.test(o$units, i$units, exact = FALSE, correct = FALSE)$statistic
  add(q, scale, "cliffs_delta", 2 * U / (nrow(o) * nrow(i)) - 1, "2U/(mn) - 1")
  add(q, scale, "shift", median(outer(o$units, i$units, "-")) / k, "median(outer(x, y, '-'))")
  tt <- t.test(o$gain, i$gain); add(q, scale, "difference", mean(o$gain) - mean(i$gain), "t.test"); ci(q, scale, "difference", tt$conf.int, "t.test"); add(q, scale, "p_welch", tt$p.value, "t.test", 1e-8)
  an <- summary(lm(now ~ then + online, b))$coefficients; add(q, scale, "difference_ancova", an[3, 1], "lm(now ~ then + online)"); add(q, scale, "p_ancova", an[3, 4], "same", 1e-8)
  e <- tost(o$gain, i$gain); add(q, scale, "p_equivalence", e$p, "two one-sided Welch t tests, 0.5", 1e-8)
  mixed(q, scale, "difference_mixed", "", gain ~ online + (1 | workshop), b, 2)
  z <- "dose_outcome"
  mixed(z, scale, "gain_per_hour", "", gain ~ hours + (1 | workshop), x, 2)
  mixed(z, scale, "gain_per_hour", "_adjusted", gain ~ hours + modules_n + unknown + (1 | workshop), x, 2)
  mixed(z, scale, "gain_per_module", "", gain ~ hours + modules_n + unknown + (1 | workshop), x, 3)
  mixed(z, scale, "unknown_coverage", "", gain ~ hours + modules_n + unknown + (1 | workshop), x, 4)
  mixed(z, scale, "gain_per_module", "_known_only", gain ~ hours + modules_n + (1 | workshop), x[x$unknown == 0, ], 3)
  l <- summary(lme(gain ~ hours, x, random = ~1 | workshop, control = lmeControl(opt = "optim", reltol = 1e-14)))$tTable
  add(z, scale, "p_gain_per_hour", l["hours", "p-value"], "nlme::lme(gain ~ hours, random = ~1 | workshop)", 5e-3)
  x$covered <- as.numeric(grepl("equity", x$modules))
  mixed("dose_modules", paste(scale, "/ equity"), "covered", "", gain ~ hours + covered + unknown + (1 | workshop), x, 3)
  mixed("dose_modules", paste(scale, "/ equity"), "covered", "_known_only", gain ~ hours + covered + (1 | workshop), x[x$unknown == 0, ], 3)
  site <- sort(unique(x$institution)); s <- t(sapply(site, function(j) { y <- x$gain[x$institution == j]; c(length(y), mean(y), sd(y)) }))
  m <- rma(yi = s[, 2], vi = s[, 3]^2 / s[, 1], method = "REML", test = "knha", control = list(threshold = 1e-12, maxiter = 10000)); pr <- predict(m); cf <- confint(m)$random; h <- "sites"
  add(h, scale, "mean", m$beta, "metafor::rma(REML, knha)", 1e-6); ci(h, scale, "mean", c(m$ci.lb, m$ci.ub), "same", 1e-5)
  ci(h, scale, "prediction", c(pr$pi.lb, pr$pi.ub), "predict()", 1e-5); add(h, scale, "q", m$QE, "QE"); add(h, scale, "p_q", m$QEp, "QEp", 1e-7)
  if (m$tau2 > 1e-6) { add(h, scale, "tau2", m$tau2, "tau2", 1e-4); add(h, scale, "i2", m$I2, "I2", 1e-4) }
  if (m$tau2 > 1e-6) add("sites.each", paste(scale, "/", site[1]), "weight", weights(m)[1], "weights()", 1e-5)
  ci("sites.each", paste(scale, "/", site[1]), "gain", s[1, 2] + c(-1, 1) * qnorm(.975) * s[1, 3] / sqrt(s[1, 1]), "mean ± 1.96 se")
}
ad <- p.adjust(pc, "holm"); for (scale in names(scales)) add("gains", scale, "p_holm", ad[scale], "p.adjust(p_clustered, 'holm')")
engine <- paste0(R.version.string, ", lme4 ", packageVersion("lme4"), ", metafor ", packageVersion("metafor"), ", lavaan ", packageVersion("lavaan"))
quoted <- function(s) paste0('"', gsub('"', '\\\\"', s), '"')
lines <- sapply(out, function(o) sprintf('{"id": %s, "value": %s, "rel_tol": %g, "call": %s}',
  quoted(paste(o$section, o$row, o$measure, o$end, sep = "|")), format(o$value, digits = 16), o$tol, quoted(o$call)))
cat('{"engine": ', quoted(engine), ', "answers": [\n', paste(lines, collapse = ",\n"), '\n]}\n', sep = "")
