# Makes parts.csv: the indices of a topic (Q1 and Q2), a question, a group and a stratum of respondents.csv, as reference.R does.
# Made with R 4.2.2 and survey 4.1.1: Rscript parts.R > parts.csv
source("design.R")

# Topics and questions are domains of answers: whoever gave none of them is a respondent of the sample, with 0.
questions <- list(TOPIC_T = c("Q1", "Q2"), QUESTION_Q3 = "Q3")
cat("design,method,part,estimate,se,lower,upper\n")
for (part in names(questions)) {
  indices <- indices_of(questions[[part]])
  for (design in names(designs)) {
    for (method in names(indices)) {
      index <- contrast(design, indices[[method]])
      line(paste(design, method, part, sep = ","), as.numeric(coef(index)), as.numeric(SE(index)))
    }
  }
}
people <- list(GROUP_G1 = c("A", "C"), UNIT_VP = c("A", "B"), STRATUM_B = "B")
for (part in names(people)) {
  indices <- indices_of(items, people[[part]])
  for (design in names(designs)) {
    for (method in names(indices)) {
      index <- contrast(design, indices[[method]], x[x$stratum %in% people[[part]], ])
      line(paste(design, method, part, sep = ","), as.numeric(coef(index)), as.numeric(SE(index)))
    }
  }
}
