# The respondents, their designs and the indices, for reference.R and parts.R.
library(survey)
x <- read.csv("respondents.csv")
x$one <- 1
items <- c("Q1", "Q2", "Q3")
for (q in items) {
  answered <- !is.na(x[[q]]) & x[[q]] > 0
  x[[paste0("m", q)]] <- as.numeric(answered)
  x[[paste0("s", q)]] <- as.numeric(answered & x[[q]] >= 4)
}
# Respondents who gave no level are no part of the sample.
x <- x[rowSums(x[, paste0("m", items)]) > 0, ]
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

# The index of some questions by each method, of the respondents in some strata.
indices_of <- function(items, strata = names(population)) {
  name <- paste(items, collapse = "")
  s <- paste0("s", name)
  m <- paste0("m", name)
  x[[s]] <<- rowSums(x[, paste0("s", items), drop = FALSE])
  x[[m]] <<- rowSums(x[, paste0("m", items), drop = FALSE])
  groups <- unique(x$group[x$stratum %in% strata])
  of_group <- function(g) intersect(unique(x$stratum[x$group == g]), strata)
  list(
    POOLED = term(1, whole(s), whole(m)),
    MEAN_OF_ITEMS = mean_of(sapply(items, function(q) term(1, whole(paste0("s", q)), whole(paste0("m", q))))),
    MEAN_OF_GROUPS = mean_of(sapply(groups, function(g) term(1, within(s, "group", g), within(m, "group", g)))),
    POOLED_WEIGHTED = weighted(s, m, strata),
    MEAN_OF_ITEMS_WEIGHTED = mean_of(sapply(items, function(q) weighted(paste0("s", q), paste0("m", q), strata))),
    MEAN_OF_GROUPS_WEIGHTED = mean_of(sapply(groups, function(g) paste0("(", weighted(s, m, of_group(g)), ")"))))
}

designs <- list(
  SIMPLE = function(data) svydesign(ids = ~1, weights = ~one, data = data),
  STRATIFIED = function(data) svydesign(ids = ~1, strata = ~stratum, fpc = ~population, weights = ~one, data = data))

contrast <- function(design, index, data = x)
  svycontrast(svytotal(as.formula(paste("~", sum_of(columns))), designs[[design]](data)), parse(text = index)[[1]])

line <- function(name, estimate, se) {
  n <- estimate * (1 - estimate) / se^2
  # The score interval of one proportion, for the effective sample size.
  interval <- suppressWarnings(prop.test(estimate * n, n, correct = FALSE))$conf.int
  cat(sprintf("%s,%.12f,%.12f,%.2f,%.2f\n", name, estimate, se, 100 * interval[1], 100 * interval[2]))
}
