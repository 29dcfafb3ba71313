package vn.cchc.rest.problem;

import java.util.List;

/** The kinds of problem that a service adds to those of the house. */
@FunctionalInterface
public interface ProblemCatalogue {

    List<? extends ProblemType> types();
}
