package vn.cchc.targets.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The JSON Schema of {@link NewPlan}. A test writes it and compares it with the record. */
final class PlanSchema {

    static final String RESOURCE = "/plan/plan.schema.json";
    static final String TEXT = read();

    private PlanSchema() {
    }

    private static String read() {
        try (InputStream file = PlanSchema.class.getResourceAsStream(RESOURCE)) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
