package vn.cchc.survey.indicator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.events.IndicatorDefined;
import vn.cchc.messaging.inbox.ReadModel;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PlanCode;

@ApplicationScoped
public class Indicators implements PanacheRepositoryBase<Indicator, String>, ReadModel<IndicatorDefined> {

    private static final String SURVEY = "SURVEY";

    /** The shipped questionnaires measure these, and are loaded before their definitions are received. */
    private static final List<IndicatorCode> SHIPPED = Stream.of("CT14", "CT15", "CT16").map(IndicatorCode::new).toList();

    // A replay of the topic delivers old versions after newer ones.
    private static final String UPSERT = """
            insert into indicator (code, plan, type, name, name_en, version)
            values (:code, :plan, :type, :name, :nameEn, :version)
            on conflict (code) do update set plan = excluded.plan, type = excluded.type, name = excluded.name,
              name_en = excluded.name_en, version = excluded.version
            where indicator.version < excluded.version""";

    public Optional<Indicator> find(IndicatorCode code) {
        return findByIdOptional(code.value());
    }

    /** Those of which a definition was received. */
    public Map<IndicatorCode, Indicator> findAll(List<IndicatorCode> codes) {
        return find("code in ?1", codes.stream().map(IndicatorCode::value).toList()).stream()
                .collect(Collectors.toMap(Indicator::code, Function.identity()));
    }

    @Override
    public void apply(IndicatorDefined event) {
        getEntityManager().createNativeQuery(UPSERT).setParameter("code", new IndicatorCode(event.code()).value())
                .setParameter("plan", new PlanCode(event.plan()).value())
                .setParameter("type", event.type()).setParameter("name", event.name())
                .setParameter("nameEn", event.nameEn()).setParameter("version", event.version()).executeUpdate();
    }

    /** The indicators that are measured by a survey, of all plans. */
    public Set<IndicatorCode> measuredBySurvey() {
        return Stream.concat(SHIPPED.stream(), find("type", SURVEY).stream().map(Indicator::code))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void reset() {
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
