package vn.cchc.reporting.question;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;

@ApplicationScoped
class Questions implements PanacheRepositoryBase<Question, Question.Key> {

    Question require(UUID report, int number) {
        return findByIdOptional(new Question.Key(report, number))
                .orElseThrow(() -> ProblemException.notFound(ResourceType.REPORT_QUESTION, number));
    }

    /** Questions are never removed. To be called while the report is locked. */
    Question.Key nextKey(UUID report) {
        return new Question.Key(report, (int) count("report", report) + 1);
    }

    List<Question> list(UUID report, boolean openOnly, Paging paging) {
        return find("report = ?1 and number > ?2 and (?3 = false or answer is null) order by number", report,
                paging.afterNumber(), openOnly).page(0, paging.rows()).list();
    }
}
