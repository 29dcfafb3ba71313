package vn.cchc.reporting.imports;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.reporting.OtherSettings;

@Tag("slow")
@QuarkusTest
@TestProfile(OtherSettings.class)
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class ImportStartTest {

    @Inject
    ScaleData data;

    @Test
    void importsBeginWithoutWaitingForThePoll() throws Exception {
        UUID first = data.start("2065Q1", ImportMode.ROW_BY_ROW, 1, ScaleData.csv(1, 1, 1));
        UUID second = data.start("2065Q1", ImportMode.ROW_BY_ROW, 1, ScaleData.csv(1, 1, 2));
        awaitEnd(first);
        awaitEnd(second);

        UUID third = data.start("2065Q1", ImportMode.ROW_BY_ROW, 1, ScaleData.csv(1, 1, 3));
        awaitEnd(third);
    }

    private void awaitEnd(UUID job) {
        await().atMost(20, SECONDS).until(() -> data.job(job).endedAt != null);
    }
}
