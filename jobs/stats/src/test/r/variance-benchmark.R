# Times lme4 on the rows that VarianceBenchmark wrote: Rscript variance-benchmark.R FILE.csv
# R 4.2.2, lme4 1.1-31
suppressMessages(library(lme4))
d <- read.csv(commandArgs(TRUE)[1])
print(system.time(f <- lmer(score ~ 1 + (1 | institution) + (1 | body) + (1 | indicator), d)))
print(as.data.frame(VarCorr(f))[, c("grp", "vcov")], digits = 12)
