package vn.cchc.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

import vn.cchc.rest.change.Auditable;

/** Checks the records over which the audit trail is hashed: a change of one invalidates every entry written before. */
public final class AuditSnapshots {

    private AuditSnapshots() {
    }

    /** Requires that the snapshot is version 1 of the record of the resource's class. */
    public static void requireVersionOne(Auditable resource, String... fields) {
        requireVersion(1, resource, fields);
    }

    public static void requireVersion(int version, Auditable resource, String... fields) {
        Class<?> type = resource.auditSnapshot().getClass();
        assertThat(type.getSimpleName()).isEqualTo(resource.getClass().getSimpleName() + "AuditSnapshotV" + version);
        requireFields(type, fields);
    }

    public static void requireFields(Class<?> type, String... fields) {
        assertThat(Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName)).containsExactly(fields);
    }
}
