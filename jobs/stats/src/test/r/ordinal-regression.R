# Expected values of OrdinalRegressionTest. R 4.2.2, MASS (recommended package of R)
# Run: Rscript ordinal-regression.R
library(MASS)
set.seed(5)
n <- 60
x1 <- round(rnorm(n), 2); x2 <- rep(0:1, length.out = n)
star <- cut(x1 + 0.8 * x2 + rlogis(n), c(-Inf, -0.5, 1, Inf), labels = FALSE)
write.csv(data.frame(x1, x2, star), "input.csv", row.names = FALSE)
polr.fit <- polr(factor(star) ~ x1 + x2, Hess = TRUE, control = list(reltol = 1e-15, maxit = 1000))
glm.fit <- glm(I(star == 3) ~ x1 + x2, family = binomial, control = list(epsilon = 1e-14))
array <- function(x) paste0("[", paste(sprintf("%.12g", x), collapse = ", "), "]")
cat(sprintf('{"polr": {"slopes": %s, "thresholds": %s, "se": %s, "logLik": %.12g}, "glm": {"coef": %s, "se": %s}}\n',
  array(coef(polr.fit)), array(polr.fit$zeta), array(sqrt(diag(vcov(polr.fit)))), logLik(polr.fit),
  array(coef(glm.fit)), array(sqrt(diag(vcov(glm.fit))))), file = "expected.json")
