package vn.cchc.events;

import java.time.LocalDate;
import java.util.List;

/**
 * A unit (đơn vị) as it is now: a division of the Department, or a school or centre under it. From reporting-service.
 *
 * @param code the unit's code in this system, such as {@code VP}
 * @param name official name in Vietnamese
 * @param nameEn name in English
 * @param type DEPARTMENT, OFFICE or SERVICE_UNIT
 * @param parent code of the unit above it; null for the Department
 * @param validFrom first day on which the unit exists; null when it has always existed for this plan
 * @param validTo last day on which the unit exists; null while it does
 * @param predecessors codes of the units that were merged into this one or of which it was split
 * @param version rises with every change of the unit
 * @param reportingParent code of the unit to which this one reports; null for the Department, and in older events
 * @param successors codes of the units into which this one was merged or split; empty in older events
 */
public record UnitRecorded(String code, String name, String nameEn, String type, String parent, LocalDate validFrom,
        LocalDate validTo, List<String> predecessors, long version, String reportingParent,
        List<String> successors) implements Event {

    public static final String TOPIC = "cchc.units";

    public UnitRecorded {
        predecessors = List.copyOf(predecessors);
        successors = successors == null ? List.of() : List.copyOf(successors);
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String key() {
        return code;
    }
}
