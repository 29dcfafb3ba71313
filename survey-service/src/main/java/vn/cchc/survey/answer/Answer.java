package vn.cchc.survey.answer;

import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

/** The answers of one respondent, without identity, time or order: the id is random, whereas other ids rise with time. */
@Entity
@Immutable
class Answer {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.RANDOM)
    UUID id;
    UUID campaign;
    String groupCode;
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Integer> scores;

    protected Answer() {
    }

    Answer(UUID campaign, ValidatedAnswers answers) {
        this.campaign = campaign;
        this.groupCode = answers.group();
        this.scores = answers.scores();
    }
}
