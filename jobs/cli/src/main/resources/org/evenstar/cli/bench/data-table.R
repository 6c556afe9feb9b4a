# The benchmark cells of hand-written.sql by data.table: Rscript data-table.R FOLDER THREADS RESULT
suppressPackageStartupMessages(library(data.table))
arguments <- commandArgs(trailingOnly = TRUE)
setDTthreads(as.integer(arguments[2]))
read <- function(table) fread(file.path(arguments[1], paste0(table, ".csv")), colClasses = list(character = intersect(
  c("region_code", "member_code", "member_period", "period"),
  names(fread(file.path(arguments[1], paste0(table, ".csv")), nrows = 0)))))
score <- read("score")
dossier <- read("dossier")
item <- read("item")
region_member <- read("region")
period_member <- read("period")
cuts <- list(character(), "region", "sector_id", "organisation_type", "applied_star",
             c("region", "sector_id"), c("region", "organisation_type"), c("sector_id", "organisation_type"))

next_up <- function(next_star, score) round((next_star - 1 + fifelse(is.na(score), 0, score)) * 1e6) / 1e6

started <- proc.time()[["elapsed"]]
score[item, on = "item_no", `:=`(domain_id = i.domain_id, indicator_id = i.indicator_id, star = i.star)]
domain_star <- score[, .(score = mean(score_micro, na.rm = TRUE) / 1e6, n_set_aside = sum(is_set_aside), n = .N),
                     by = .(row_key, domain_id, star)][n_set_aside <= 0.25 * n]
star <- domain_star[, .(score = mean(score), n = .N), by = .(row_key, star)][n == 5]
short <- star[score < 0.8 - 1e-9, .(next_star = min(star)), by = row_key]
index <- short[dossier[, .(row_key)], on = "row_key"]
index[is.na(next_star), next_star := 6L]
index[star, on = c("row_key", next_star = "star"), score := i.score]
domain <- domain_star[, .(next_star = 6L), by = .(row_key, domain_id)]
domain[domain_star[score < 0.8 - 1e-9, .(short = min(star)), by = .(row_key, domain_id)],
       on = c("row_key", "domain_id"), next_star := i.short]
domain[domain_star, on = c("row_key", "domain_id", next_star = "star"), score := i.score]
scored <- score[!is.na(score_micro)]
indicator <- scored[, .(last_star = max(star)), by = .(row_key, indicator_id)]
indicator[scored[score_micro < 800000, .(short = min(star + score_micro / 1e6)), by = .(row_key, indicator_id)],
          on = c("row_key", "indicator_id"), short := i.short]
measure <- rbind(
  dossier[, .(row_key, measure = "star", value = as.numeric(awarded_star))],
  index[, .(row_key, measure = "recomputed", value = next_star - 1)],
  index[, .(row_key, measure = "index", value = next_up(next_star, score))],
  domain[, .(row_key, measure = domain_id, value = next_up(next_star, score))],
  indicator[, .(row_key, measure = indicator_id, value = fifelse(is.na(short), as.numeric(last_star), short - 1))])
value <- dossier[measure, on = "row_key"]
cells <- list()
for (cut in cuts) {
  levels <- if ("region" %in% cut) setdiff(unique(region_member$region_level), "nation") else "nation"
  for (level in levels) {
    placed <- value
    if (level != "nation") {
      placed <- value[region_member[region_level == level, .(region_code, region = member_code)], on = "region_code", nomatch = NULL]
    }
    for (kind in unique(period_member$period_kind)) {
      timed <- placed[period_member[period_kind == kind, .(period, member_period)], on = "period", nomatch = NULL,
                      allow.cartesian = TRUE]
      setkeyv(timed, c("measure", "member_period", cut, "value"))
      cells[[length(cells) + 1]] <- timed[, {
        # sorted within a group: type 7 quantiles by position
        at <- function(p) {
          h <- (.N - 1) * p + 1
          low <- floor(h)
          value[low] + (h - low) * (value[min(low + 1, .N)] - value[low])
        }
        list(n = .N, mean = mean(value), sd = sd(value), q1 = at(0.25), median = at(0.5), q3 = at(0.75))
      }, by = c("measure", "member_period", cut)]
    }
  }
}
seconds <- proc.time()[["elapsed"]] - started

all <- rbindlist(cells, fill = TRUE)
many <- all[n >= 10]
peak <- grep("VmHWM", readLines("/proc/self/status"), value = TRUE)
json <- sprintf('{"subject": "data.table", "engine": "data.table %s", "seconds": %.3f, "peak_bytes": %.0f, "steps": [], "cells": {"n_cells": %d, "n": %.0f, "mean": %.17g, "q1": %.17g, "median": %.17g, "q3": %.17g}}',
  packageVersion("data.table"), seconds, as.numeric(gsub("[^0-9]", "", peak)) * 1024, nrow(all), sum(as.numeric(all$n)),
  sum(all$mean), sum(many$q1), sum(many$median), sum(many$q3))
writeLines(json, arguments[3])
