package vn.cchc.reporting.consolidated;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.reporting.calendar.Regimes;
import vn.cchc.reporting.consolidated.ConsolidatedContent.GatheredText;
import vn.cchc.rest.caller.Actor;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.values.RegimeCode;

/** Makes the files of a consolidated report. */
@ApplicationScoped
class DocumentExporter {

    /** A document is made in memory. */
    private static final int MAX_CONCURRENT_DOCUMENTS = 2;

    private final Semaphore slots = new Semaphore(MAX_CONCURRENT_DOCUMENTS);
    private final ConsolidatedReports reports;
    private final ConsolidatedContent content;
    private final ConsolidatedReportConfig config;
    private final Regimes regimes;
    private final Clock clock;

    DocumentExporter(ConsolidatedReports reports, ConsolidatedContent content, ConsolidatedReportConfig config, Regimes regimes,
            Clock clock) {
        this.reports = reports;
        this.content = content;
        this.config = config;
        this.regimes = regimes;
        this.clock = clock;
    }

    @FunctionalInterface
    private interface Writer {
        void write(ByteArrayOutputStream out) throws IOException;
    }

    @Transactional
    byte[] document(UUID id, Actor actor) {
        ConsolidatedReport report = reports.require(id, actor);
        return written(out -> {
            Map<GatheredSection, List<GatheredText>> texts = Arrays.stream(GatheredSection.values())
                    .collect(Collectors.toMap(Function.identity(), section -> content.texts(report, section)));
            Letterhead head = report.letterhead == null ? Letterhead.of(config) : report.letterhead;
            String regime = regimes.require(new RegimeCode(report.regime)).name();
            new ReportDocument(report, regime, head, clock.getZone(), content.counts(report), content.units(report),
                    content.references(report), content.proposals(report), texts).write(out);
        });
    }

    @Transactional
    byte[] appendix(UUID id, Actor actor) {
        ConsolidatedReport report = reports.require(id, actor);
        return written(
                out -> new ReportAppendix(report, content.references(report), content.units(report), content.proposals(report))
                        .write(out));
    }

    private byte[] written(Writer writer) {
        if (!slots.tryAcquire()) {
            throw new ProblemException(CommonProblem.UNAVAILABLE);
        }
        try {
            var out = new ByteArrayOutputStream();
            writer.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            slots.release();
        }
    }
}
