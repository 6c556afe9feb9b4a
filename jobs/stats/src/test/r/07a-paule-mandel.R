# Case 07a, Paule-Mandel with the root found to full precision.
# metafor's default stops when tau2 moves by less than eps^0.25 = 1.2e-4, so expected.json holds
# 0.0167217 where Q(tau2) misses k - 1 by 0.038; here the root is 0.0166915 and Q misses by 1e-13.
# Run in the case's folder: Rscript 07a-paule-mandel.R > expected-paule-mandel.json
# R 4.2.2, metafor 3.8-1
suppressMessages(library(metafor))
d <- read.csv("input.csv")
fit <- rma(mean, var, data = d, method = "PM", control = list(tol = 1e-14))
shrunk <- blup(fit)
array <- function(x) paste0("[", paste(sprintf("%.15g", x), collapse = ", "), "]")
cat(sprintf('{"PM": {"tau2": %.15g, "se_tau2": %.15g, "mu": %.15g, "se_mu": %.15g, "I2": %.15g, "Q": %.15g, "Qp": %.15g, "blup": %s, "blup_se": %s}}\n',
  fit$tau2, fit$se.tau2, fit$b, fit$se, fit$I2, fit$QE, fit$QEp, array(shrunk$pred), array(shrunk$se)))
