package vn.cchc.survey.questionnaire;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

import vn.cchc.audit.Auditable;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.ViolationCollector;

/** One version of a set of questions (phiếu khảo sát). It never changes: what is to change becomes the next version. */
@Entity
@Immutable
public class Questionnaire implements Auditable {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;
    String code;
    int version;
    String indicator;
    String title;
    String titleEn;
    @JdbcTypeCode(SqlTypes.JSON)
    List<String> sources;
    @JdbcTypeCode(SqlTypes.JSON)
    List<Field> fields;
    @JdbcTypeCode(SqlTypes.JSON)
    List<Question> questions;
    @JdbcTypeCode(SqlTypes.JSON)
    List<RespondentGroup> groups;

    protected Questionnaire() {
    }

    public Questionnaire(NewQuestionnaire wanted, int version) {
        this.code = wanted.code();
        this.version = version;
        this.indicator = wanted.indicator();
        this.title = wanted.title();
        this.titleEn = wanted.titleEn();
        this.sources = wanted.sources();
        this.fields = wanted.fields();
        this.questions = wanted.questions();
        this.groups = wanted.groups();
    }

    /** What two versions found is one series only while they measure the same. */
    Questionnaire next(NewQuestionnaire wanted) {
        ViolationCollector violations = new QuestionnaireCheck(wanted).violations();
        violations.unless(code.equals(wanted.code()), "/code", SurveyProblem.OTHER_CODE, code);
        violations.unless(indicator.equals(wanted.indicator()), "/indicator", SurveyProblem.OTHER_INDICATOR, indicator);
        violations.refuse();
        return new Questionnaire(wanted, version + 1);
    }

    public String code() {
        return code;
    }

    public int version() {
        return version;
    }

    public String indicator() {
        return indicator;
    }

    public List<Field> fields() {
        return fields;
    }

    public List<Question> questions() {
        return questions;
    }

    public List<RespondentGroup> groups() {
        return groups;
    }

    public Optional<Question> question(String code) {
        return questions.stream().filter(question -> question.code().equals(code)).findFirst();
    }

    public List<Question> questions(Scale scale) {
        return questions.stream().filter(question -> question.scale() == scale).toList();
    }

    public boolean hasGroup(String code) {
        return groups.stream().anyMatch(group -> group.code().equals(code));
    }

    @Override
    public String auditType() {
        return "questionnaire";
    }

    @Override
    public String auditId() {
        return code;
    }

    @Override
    public Object auditSnapshot() {
        return QuestionnaireView.of(this);
    }
}
