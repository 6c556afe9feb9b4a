# Case 03c: crossed components with all two-way interactions, unbalanced. R 4.2.2, lme4 1.1-31.
# Run in the case's folder: Rscript variance-components.R (writes input.csv and expected.json)
suppressMessages(library(lme4))
set.seed(33)
institutions <- 40; bodies <- 5; indicators <- 6
d <- expand.grid(institution = sprintf("i%02d", 1:institutions), body = sprintf("b%d", 1:bodies),
                 indicator = sprintf("k%d", 1:indicators))
effect <- function(f, sd) sd * rnorm(nlevels(f))[f]
pair <- function(a, b) interaction(a, b, drop = TRUE)
d$score <- round(60 + effect(d$institution, 6) + effect(d$body, 3) + effect(d$indicator, 4) +
  effect(pair(d$institution, d$body), 3) + effect(pair(d$institution, d$indicator), 2) +
  effect(pair(d$body, d$indicator), 2) + 5 * rnorm(nrow(d)), 2)
# Eight institutions are scored by all bodies, the others by two; one score in ten is missing.
home <- (as.integer(d$institution) %% bodies) + 1
keep <- as.integer(d$institution) <= 8 | as.integer(d$body) == home | as.integer(d$body) == (home %% bodies) + 1
d <- d[keep & runif(nrow(d)) > 0.1, ]
write.csv(d, "input.csv", row.names = FALSE)
fit <- lmer(score ~ 1 + (1 | institution) + (1 | body) + (1 | indicator) + (1 | institution:body) +
  (1 | institution:indicator) + (1 | body:indicator), d,
  control = lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10, maxfun = 1e6)))
v <- as.data.frame(VarCorr(fit)); b <- ranef(fit, condVar = TRUE)$body
num <- function(x) paste0("[", paste(sprintf("%.12g", x), collapse = ", "), "]")
name <- function(x) paste0("[", paste0('"', x, '"', collapse = ", "), "]")
cat("{\"software\": \"lme4 ", as.character(packageVersion("lme4")), "\",\n \"REMLcrit\": ", sprintf("%.12g", REMLcrit(fit)),
  ",\n \"mean\": ", sprintf("%.12g", fixef(fit)), ",\n \"terms\": ", name(v$grp), ",\n \"variances\": ", num(v$vcov),
  ",\n \"bodies\": ", name(rownames(b)), ",\n \"body_blup\": ", num(b[, 1]),
  ",\n \"body_cond_se\": ", num(sqrt(attr(b, "postVar")[1, 1, ])), "}\n", sep = "", file = "expected.json")
