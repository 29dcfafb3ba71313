package vn.cchc.system.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import io.vertx.core.json.JsonObject;
import vn.cchc.system.faults.StoredState.Accepted;
import vn.cchc.system.faults.StoredState.Answer;
import vn.cchc.system.faults.StoredState.Figure;
import vn.cchc.system.faults.StoredState.Place;
import vn.cchc.system.faults.StoredState.Sum;
import vn.cchc.system.stack.RunningStack;

/** Reads the databases with their owners' roles, the topics, and the scoreboard at the gateway. */
class DatabaseReader {

    static final List<String> SERVICES = List.of("targets", "reporting", "survey");

    private final RunningStack stack;
    private final KafkaTopics topics;
    private final GatewayClient gateway;
    private final Instant begun = Instant.now();

    DatabaseReader(RunningStack stack, GatewayClient gateway) {
        this.stack = stack;
        this.topics = new KafkaTopics(stack.address("kafka").replace("http://", ""));
        this.gateway = gateway;
    }

    /** Whether every event is published and consumed, and every audit entry sealed. */
    boolean isIdle() {
        return waiting().values().stream().allMatch(events -> events == 0) && topics.areRead() && brokenChains().isEmpty();
    }

    StoredState read(AcceptedCalls acceptedCalls) {
        return new StoredState(operations(), accepted(), topics.published(), applied(), answers(acceptedCalls),
                spent(acceptedCalls),
                scoreboard(acceptedCalls), waiting(), topics.deadLetters(), brokenChains());
    }

    /** Since the run began; earlier tests may have written before. */
    private Map<Operation, Long> operations() {
        Map<Operation, Long> found = new HashMap<>();
        SERVICES.forEach(service -> rows(service, """
                select resource, resource_id, action, count(*) from audit_entry where at >= '%s' group by 1, 2, 3"""
                .formatted(begun),
                row -> found.put(new Operation(service, row.getString(1), row.getString(2), row.getString(3)),
                        row.getLong(4))));
        return found;
    }

    /** Of every accepted version: a correction replaces the figures of the report itself. */
    private Set<Accepted> accepted() {
        Set<Accepted> found = new HashSet<>();
        rows("reporting", """
                select report, version, f.indicator, left(v.period, 4)::int, v.unit, f.numerator, f.denominator
                from report_version v join report_version_figure f using (report, version)""",
                row -> found.add(new Accepted(new Figure(row.getObject(1, UUID.class), row.getInt(2), row.getString(3)),
                        row.getInt(4), row.getString(5), row.getLong(6), row.getLong(7))));
        return found;
    }

    private List<Figure> applied() {
        List<Figure> found = new ArrayList<>();
        rows("targets", "select report, report_version, indicator from unit_result_version where retracted_at is null",
                row -> found.add(new Figure(row.getObject(1, UUID.class), row.getInt(2), row.getString(3))));
        return found;
    }

    private Map<Answer, Long> answers(AcceptedCalls acceptedCalls) {
        Map<Answer, Long> found = new HashMap<>();
        rows("survey", """
                select campaign, score.value::int, count(*) from answer, jsonb_each_text(scores) as score group by 1, 2""",
                row -> {
                    if (acceptedCalls.spent().containsKey(row.getString(1))) {
                        found.put(new Answer(row.getString(1), row.getInt(2)), row.getLong(3));
                    }
                });
        return found;
    }

    private Map<String, Long> spent(AcceptedCalls acceptedCalls) {
        Map<String, Long> found = new HashMap<>();
        rows("survey", "select campaign, count(*) from invitation where spent group by 1",
                row -> found.put(row.getString(1), row.getLong(2)));
        found.keySet().retainAll(acceptedCalls.spent().keySet());
        return found;
    }

    private Map<Place, Sum> scoreboard(AcceptedCalls acceptedCalls) {
        Map<Place, Sum> found = new TreeMap<>();
        acceptedCalls.scoreboard().keySet().stream().map(Place::year).distinct().forEach(year -> {
            var indicators = gateway.done(Call.get("/scoreboard?year=" + year, Personas.VIEWER.token())).json()
                    .getJsonArray("indicators");
            for (int row = 0; row < indicators.size(); row++) {
                JsonObject figure = indicators.getJsonObject(row).getJsonObject("result");
                if (figure != null) {
                    found.put(new Place(indicators.getJsonObject(row).getString("code"), year),
                            new Sum(figure.getLong("numerator"), figure.getLong("denominator"), figure.getLong("units")));
                }
            }
        });
        return found;
    }

    private Map<String, Long> waiting() {
        Map<String, Long> waiting = new TreeMap<>();
        SERVICES.forEach(service -> rows(service, "select count(*) from outbox", row -> waiting.put(service, row.getLong(1))));
        return waiting;
    }

    private List<String> brokenChains() {
        return SERVICES.stream().filter(service -> {
            JsonObject found = gateway
                    .done(Call.get("/audit/verification?full=true&service=" + service, Personas.AUDITOR.token())).json();
            return !found.getBoolean("intact") || found.getLong("waiting") != 0;
        }).toList();
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void rows(String database, String query, RowReader reader) {
        try (Connection connection = stack.database(database);
                ResultSet row = connection.createStatement().executeQuery(query)) {
            while (row.next()) {
                reader.read(row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
