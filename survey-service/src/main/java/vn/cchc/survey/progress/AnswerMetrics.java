package vn.cchc.survey.progress;

import static java.util.stream.Collectors.toMap;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import vn.cchc.messaging.metrics.SharedGauges;

/** The number of answers of each open campaign. The series of a campaign ends when it is closed. */
@ApplicationScoped
class AnswerMetrics {

    /** Each campaign is a time series. */
    private static final int MAX_CAMPAIGNS = 50;

    private final IntakeCounts counts;

    AnswerMetrics(IntakeCounts counts) {
        this.counts = counts;
    }

    void start(@Observes StartupEvent started, SharedGauges gauges) {
        gauges.add("cchc.campaign.answers", "Answers of each open campaign, of the latest 50", this::read);
    }

    private Map<Tags, Long> read() {
        return counts.ofOpenCampaigns(MAX_CAMPAIGNS).stream()
                .collect(toMap(count -> Tags.of("campaign", count.campaign().toString()), IntakeCounts.Count::answers));
    }
}
