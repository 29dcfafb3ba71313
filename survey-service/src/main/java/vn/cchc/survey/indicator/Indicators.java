package vn.cchc.survey.indicator;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.events.IndicatorDefined;
import vn.cchc.messaging.inbox.ReadModel;

@ApplicationScoped
public class Indicators implements PanacheRepositoryBase<Indicator, String>, ReadModel<IndicatorDefined> {

    // A replay of the topic delivers old versions after newer ones.
    private static final String UPSERT = """
            insert into indicator (code, name, name_en, version) values (:code, :name, :nameEn, :version)
            on conflict (code) do update set name = excluded.name, name_en = excluded.name_en, version = excluded.version
            where indicator.version < excluded.version""";

    @Override
    public void learn(IndicatorDefined event) {
        getEntityManager().createNativeQuery(UPSERT).setParameter("code", event.code()).setParameter("name", event.name())
                .setParameter("nameEn", event.nameEn()).setParameter("version", event.version()).executeUpdate();
    }

    @Override
    public void forget() {
        deleteAll();
    }

    @Override
    public String topic() {
        return IndicatorDefined.TOPIC;
    }

    @Override
    public Class<IndicatorDefined> type() {
        return IndicatorDefined.class;
    }
}
