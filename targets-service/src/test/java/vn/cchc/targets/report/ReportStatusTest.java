package vn.cchc.targets.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import vn.cchc.events.ReportStatusChanged;
import vn.cchc.messaging.EventFormat;

class ReportStatusTest {

    @Test
    void anEventOfAnEarlierReleaseNamesNoAcceptedVersion() {
        String earlier = """
                {"report":"0199e2a4-5c00-7000-8000-000000000003","regime":"CCHC","period":"2019","unit":"VP","status":"ACCEPTED",
                "reportVersion":1,"firstSubmittedAt":"2019-12-16T02:00:00Z","changedAt":"2019-12-16T02:00:00Z","version":3}""";

        ReportStatus status = new ReportStatus(EventFormat.read(earlier.getBytes(UTF_8), ReportStatusChanged.class));

        assertThat(status.acceptedVersion).isNull();
        assertThat(status.status).isEqualTo("ACCEPTED");
    }
}
