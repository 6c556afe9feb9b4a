# Case 08a: item statistics of five indicators. R 4.2.2, base only.
# Run: Rscript coherence.R (writes input.csv and expected.json)
set.seed(8)
n <- 150
f <- rnorm(n)
x <- sapply(c(0.8, 0.7, 0.6, 0.5, 0.4), function(l) round(l * f + sqrt(1 - l^2) * rnorm(n), 2))
colnames(x) <- paste0("k", 1:5)
write.csv(x, "input.csv", row.names = FALSE)
k <- ncol(x); S <- cov(x); R <- cor(x)
alpha <- k / (k - 1) * (1 - sum(diag(S)) / sum(S))
feldt <- 1 - (1 - alpha) * qf(c(0.975, 0.025), n - 1, (n - 1) * (k - 1))
w <- c(2, 1, 1, 1, 1) / 6
index <- drop(x %*% w)
fa <- factanal(x, 1)
l <- fa$loadings[, 1]
out <- list(alpha = alpha, alpha_feldt = feldt, alpha_standardised = k / (k - 1) * (1 - k / sum(R)),
  eigenvalues = eigen(R)$values, omega_factanal = sum(l)^2 / (sum(l)^2 + sum(fa$uniquenesses)),
  effective = w * cov(x, index)[, 1] / var(index), item_total = cor(x, index)[, 1],
  item_rest = sapply(1:k, function(i) cor(x[, i], drop(x[, -i] %*% w[-i]))))
fmt <- function(v) if (length(v) == 1) sprintf("%.15g", v) else paste0("[", paste(sprintf("%.15g", v), collapse = ", "), "]")
cat("{", paste(sprintf('"%s": %s', names(out), sapply(out, fmt)), collapse = ", "), "}\n", file = "expected.json")
