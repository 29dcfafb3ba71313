# Makes reference.csv: the indices of respondents.csv by the package survey, which shares no code with the service.
# Made with R 4.2.2 and survey 4.1.1: Rscript reference.R > reference.csv
library(survey)
x <- read.csv("respondents.csv")
x$one <- 1
items <- c("Q1", "Q2", "Q3")
for (q in items) {
  answered <- !is.na(x[[q]]) & x[[q]] > 0
  x[[paste0("m", q)]] <- as.numeric(answered)
  x[[paste0("s", q)]] <- as.numeric(answered & x[[q]] >= 4)
}
x$m <- rowSums(x[, paste0("m", items)])
x$s <- rowSums(x[, paste0("s", items)])
# Respondents who gave no level are no part of the sample.
x <- x[x$m > 0, ]
population <- tapply(x$population, x$stratum, max)

# A column that is the original one within a part of the respondents, and 0 outside.
columns <- character()
within <- function(column, part, value) {
  name <- paste0(column, "_", value)
  x[[name]] <<- x[[column]] * (x[[part]] == value)
  columns <<- union(columns, name)
  name
}
whole <- function(column) {
  columns <<- union(columns, column)
  column
}
term <- function(weight, numerator, denominator) paste0(format(weight, digits = 17), "*", numerator, "/", denominator)
sum_of <- function(terms) paste(terms, collapse = "+")
mean_of <- function(terms) paste0("(", sum_of(terms), ")/", length(terms))
weighted <- function(numerator, denominator, strata) sum_of(sapply(strata, function(h)
  term(population[h] / sum(population[strata]), within(numerator, "stratum", h), within(denominator, "stratum", h))))
strata <- names(population)
groups <- unique(x$group)
of_group <- function(g) unique(x$stratum[x$group == g])

indices <- list(
  POOLED = term(1, whole("s"), whole("m")),
  MEAN_OF_ITEMS = mean_of(sapply(items, function(q) term(1, whole(paste0("s", q)), whole(paste0("m", q))))),
  MEAN_OF_GROUPS = mean_of(sapply(groups, function(g) term(1, within("s", "group", g), within("m", "group", g)))),
  POOLED_WEIGHTED = weighted("s", "m", strata),
  MEAN_OF_ITEMS_WEIGHTED = mean_of(sapply(items, function(q) weighted(paste0("s", q), paste0("m", q), strata))),
  MEAN_OF_GROUPS_WEIGHTED = mean_of(sapply(groups, function(g) paste0("(", weighted("s", "m", of_group(g)), ")"))))

designs <- list(
  SIMPLE = function(data) svydesign(ids = ~1, weights = ~one, data = data),
  STRATIFIED = function(data) svydesign(ids = ~1, strata = ~stratum, fpc = ~population, weights = ~one, data = data))

line <- function(design, method, estimate, se) {
  n <- estimate * (1 - estimate) / se^2
  # The score interval of one proportion, for the effective sample size.
  interval <- suppressWarnings(prop.test(estimate * n, n, correct = FALSE))$conf.int
  cat(sprintf("%s,%s,%.12f,%.12f,%.2f,%.2f\n", design, method, estimate, se, 100 * interval[1], 100 * interval[2]))
}

cat("design,method,estimate,se,lower,upper\n")
for (design in names(designs)) {
  totals <- svytotal(as.formula(paste("~", sum_of(columns))), designs[[design]](x))
  for (method in names(indices)) {
    index <- svycontrast(totals, parse(text = indices[[method]])[[1]])
    line(design, method, as.numeric(coef(index)), as.numeric(SE(index)))
  }
}
# One question, weighted: by the weights of the design, and by post-stratification of a simple sample.
one <- x[x$mQ1 > 0, ]
sampled <- svydesign(ids = ~1, strata = ~stratum, fpc = ~population, data = one)
line("STRATIFIED", "ONE_QUESTION_WEIGHTED", as.numeric(coef(svymean(~sQ1, sampled))), as.numeric(SE(svymean(~sQ1, sampled))))
post <- postStratify(svydesign(ids = ~1, weights = ~one, data = one), ~stratum,
  data.frame(stratum = strata, Freq = as.numeric(population)))
stopifnot(all.equal(as.numeric(coef(svymean(~sQ1, post))), as.numeric(coef(svymean(~sQ1, sampled)))))
