package vn.cchc.rest.problem;

import java.util.List;

/** The problem types of a service beside {@link CommonProblem}. */
@FunctionalInterface
public interface ProblemCatalogue {

    List<? extends ProblemType> types();
}
