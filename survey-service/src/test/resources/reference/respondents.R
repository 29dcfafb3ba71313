# Makes respondents.csv: 155 respondents of four strata, with answers 1 to 5 to three questions, 0 for "don't know / not used",
# and none where a question was left out. Rscript respondents.R > respondents.csv
set.seed(20251130)
strata <- data.frame(stratum = c("A", "B", "C", "D"), population = c(1000, 400, 90, 2500), group = c("G1", "G2", "G1", "G2"),
  unit = c("VP", "VP", "CNTT", "CNTT"), n = c(60, 40, 30, 25), shift = c(0, -1, 1, -0.5))
rows <- strata[rep(1:4, strata$n), ]
people <- nrow(rows)
mood <- rnorm(people) + rows$shift
level <- function(hard, missing) {
  value <- pmin(5, pmax(1, round(3.8 + mood - hard + 0.7 * rnorm(people))))
  ifelse(runif(people) < missing, ifelse(runif(people) < 0.5, "0", ""), as.character(value))
}
write.csv(data.frame(rows[, c("stratum", "population", "group", "unit")], Q1 = level(0, 0.05), Q2 = level(0.4, 0.2),
  Q3 = level(-0.3, 0.35)), row.names = FALSE, quote = FALSE)
