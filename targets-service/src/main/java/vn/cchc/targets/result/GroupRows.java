package vn.cchc.targets.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import vn.cchc.targets.period.ReportingYear;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.RegimeCode;

/** The table {@code unit_group}. */
@ApplicationScoped
class GroupRows {

    static final String ADD = """
            on conflict (regime, year, indicator, standing) do update set units = unit_group.units + excluded.units,
              numerator = unit_group.numerator + excluded.numerator, denominator = unit_group.denominator + excluded.denominator,
              not_achieved = unit_group.not_achieved + excluded.not_achieved,
              partly_achieved = unit_group.partly_achieved + excluded.partly_achieved,
              achieved = unit_group.achieved + excluded.achieved""";
    private static final String CHANGE = """
            insert into unit_group (regime, year, indicator, responsible, existing, basis, cut_off, annual, handed_in, extended, units,
              numerator, denominator, not_achieved, partly_achieved, achieved)
            select regime, year, indicator, responsible, existing, basis, cut_off, annual, handed_in, extended, units, numerator,
              denominator, not_achieved, partly_achieved, achieved
            from jsonb_populate_recordset(cast(null as unit_group), cast(:rows as jsonb))
            """
            + ADD;
    private static final String REMOVE_EMPTY = """
            delete from unit_group
            where (regime, year, indicator) in (select regime, year, indicator
              from jsonb_populate_recordset(cast(null as unit_group), cast(:rows as jsonb))) and units = 0""";

    private static final String READ = """
            select y.year as counted_year, g.*
            from jsonb_to_recordset(cast(:years as jsonb)) as wanted (year int, first_day date, last_day date)
              join grouped_year y on y.regime = :regime and y.year = wanted.year and y.first_day = wanted.first_day
                and y.last_day = wanted.last_day and y.counted_to = '~'
              left join unit_group g on g.regime = y.regime and g.year = y.year and g.indicator = any(cast(:indicators as text[]))""";

    private final EntityManager database;

    GroupRows(EntityManager database) {
        this.database = database;
    }

    /** Adds differences to the rows. */
    void add(Map<CountedUnits, ResultTotal> differences) {
        List<Row> rows = differences.entrySet().stream().filter(each -> !each.getValue().equals(ResultTotal.NONE))
                .sorted(Map.Entry.comparingByKey(CountedUnits.ORDER))
                .map(each -> new Row(each.getKey(), each.getValue())).toList();
        if (!rows.isEmpty()) {
            String json = TableRows.of(rows);
            List.of(CHANGE, REMOVE_EMPTY)
                    .forEach(change -> database.createNativeQuery(change).setParameter("rows", json).executeUpdate());
        }
    }

    private record Row(@JsonUnwrapped CountedUnits group, @JsonUnwrapped ResultTotal total) {
    }

    /** The groups of those of the years that are counted. */
    @SuppressWarnings("unchecked")
    Reading read(RegimeCode regime, Collection<IndicatorCode> indicators, List<ReportingYear> years, LocalDate day) {
        Map<String, IndicatorCode> codes = indicators.stream()
                .collect(Collectors.toMap(IndicatorCode::value, Function.identity()));
        List<Tuple> rows = database.createNativeQuery(READ, Tuple.class)
                .setParameter("years", TableRows.of(years.stream().map(Year::of).toList()))
                .setParameter("regime", regime.value())
                .setParameter("indicators", codes.keySet().toArray(String[]::new)).getResultList();
        Reading reading = new Reading(new HashSet<>(), new HashMap<>());
        rows.forEach(row -> reading.add(row, codes, day));
        return reading;
    }

    private record Year(int year, LocalDate firstDay, LocalDate lastDay) {

        static Year of(ReportingYear year) {
            return new Year(year.year(), year.firstDay(), year.lastDay());
        }
    }

    /** @param years those whose groups are counted */
    record Reading(Set<Integer> years, Map<UnitGroups.Key, List<UnitGroup>> groups) {

        private void add(Tuple row, Map<String, IndicatorCode> codes, LocalDate day) {
            int year = row.get("counted_year", Integer.class);
            years.add(year);
            if (row.get("indicator") != null) {
                CountedUnits group = CountedUnits.of(row);
                groups.computeIfAbsent(new UnitGroups.Key(codes.get(group.indicator()), year), any -> new ArrayList<>())
                        .add(UnitGroup.of(group, CountedUnits.total(row), day));
            }
        }
    }
}
