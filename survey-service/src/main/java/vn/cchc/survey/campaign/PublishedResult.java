package vn.cchc.survey.campaign;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;

import vn.cchc.survey.result.FrozenResult;

/** A result as it was published. It is never changed: a correction is the result of another campaign. */
@Entity
@Immutable
class PublishedResult {

    @Id
    UUID campaign;
    int format;
    String content;
    String hash;

    protected PublishedResult() {
    }

    PublishedResult(UUID campaign, FrozenResult result) {
        this.campaign = campaign;
        this.format = result.format();
        this.content = result.content();
        this.hash = result.hash();
    }

    FrozenResult result() {
        return new FrozenResult(format, content, hash);
    }
}
