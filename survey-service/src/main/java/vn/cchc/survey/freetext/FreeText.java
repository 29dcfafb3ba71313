package vn.cchc.survey.freetext;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.hibernate.annotations.Immutable;

/** What a respondent wrote. Its id is random and says nothing. */
@Entity
@Immutable
@IdClass(FreeText.Key.class)
class FreeText {

    record Key(UUID campaign, UUID id) {
    }

    @Id
    UUID campaign;
    @Id
    UUID id;
    String question;
    String content;

    protected FreeText() {
    }
}
