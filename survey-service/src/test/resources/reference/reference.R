# Makes reference.csv: the indices of respondents.csv by the package survey, which shares no code with the service.
# Made with R 4.2.2 and survey 4.1.1: Rscript reference.R > reference.csv
source("design.R")
indices <- indices_of(items)

cat("design,method,estimate,se,lower,upper\n")
for (design in names(designs)) {
  for (method in names(indices)) {
    index <- contrast(design, indices[[method]])
    line(paste(design, method, sep = ","), as.numeric(coef(index)), as.numeric(SE(index)))
  }
}
# One question, weighted: by the weights of the design, and by post-stratification of a simple sample.
one <- x[x$mQ1 > 0, ]
sampled <- svydesign(ids = ~1, strata = ~stratum, fpc = ~population, data = one)
line("STRATIFIED,ONE_QUESTION_WEIGHTED", as.numeric(coef(svymean(~sQ1, sampled))), as.numeric(SE(svymean(~sQ1, sampled))))
post <- postStratify(svydesign(ids = ~1, weights = ~one, data = one), ~stratum,
  data.frame(stratum = names(population), Freq = as.numeric(population)))
stopifnot(all.equal(as.numeric(coef(svymean(~sQ1, post))), as.numeric(coef(svymean(~sQ1, sampled)))))
