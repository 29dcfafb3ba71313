package vn.cchc.survey.freetext;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
class FreeTexts implements PanacheRepositoryBase<FreeText, FreeText.Key> {

    /**
     * In the order of their random ids.
     *
     * @param question code of a question; null for all
     */
    List<FreeText> after(UUID campaign, String question, UUID id, int rows) {
        return find("campaign = ?1 and id > ?2 and (cast(?3 as string) is null or question = ?3) order by id", campaign, id,
                question).page(0, rows).list();
    }
}
