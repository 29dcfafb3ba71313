package vn.cchc.reporting.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.quality.Part;
import vn.cchc.reporting.report.ReportState;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemMessages;
import vn.cchc.rest.problem.ProblemType;

@Schema(name = "FigureImport", description = "An import of figures: how far it has come, and what it has found")
record ImportView(UUID id, String regime, String period, ImportMode mode,
        @Schema(description = "Whether the file was only checked") boolean dryRun,
        @Schema(examples = "vi-VN") String locale,
        @Schema(description = "SHA-256 of the file") String sha256,
        @Schema(description = "Size of the file in bytes") long size,
        ImportState state, Instant createdAt, @Schema(nullable = true) Instant endedAt,
        @Schema(description = "Rows of the file; null until they are counted", nullable = true) Integer total,
        @Schema(description = "Rows that were checked; ROW_BY_ROW also imported, unless they have a conflict") int processed,
        @Schema(description = "Null until the rows are counted", nullable = true) Integer percent,
        @Schema(description = "Drafts that were created; in a dry run, that would be created") int reportsCreated,
        @Schema(description = "Figures that were entered or changed; in a dry run, that would be") int figuresChanged,
        @Schema(description = "Figures that were the same already") int figuresUnchanged,
        @Schema(description = "Rows with a conflict") int rowsRefused,
        @Schema(description = "Number of conflicts, of which the first 10,000 are kept") int conflictCount,
        @Schema(description = "What the quality gate found that prevents a submission, as `…/findings` lists it; 0 until the import has ended") int errorCount,
        @Schema(description = "Warnings and notes of the quality gate, as `…/findings` lists them; 0 until the import has ended") int warningCount,
        @Schema(description = "The conflicts, in the order of the file; null in a list of imports", nullable = true) Page<ImportConflictView> conflicts) {

    @Schema(name = "ImportConflict", description = "Why a cell, a row or the file cannot be imported")
    record ImportConflictView(@Schema(description = "Name of the sheet; null for CSV", nullable = true) String sheet,
            @Schema(description = "Name of the cell; null for the whole file", examples = "E7", nullable = true) String cell,
            @Schema(examples = "number-format") String code,
            @Schema(description = "What is wrong, in Vietnamese") String detail,
            @Schema(description = "What is wrong, in English") String detailEn) {

        private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        private static final ProblemMessages VIETNAMESE = ProblemMessages.accepted(List.of("vi"));
        private static final ProblemMessages ENGLISH = ProblemMessages.accepted(List.of("en"));

        static ImportConflictView of(ImportConflict conflict) {
            ProblemType type = type(conflict.code);
            List<Object> args = conflict.args.stream().map(arg -> argument(type, arg)).toList();
            return new ImportConflictView(conflict.sheet, conflict.cell, type.code(), VIETNAMESE.detail(type, args),
                    ENGLISH.detail(type, args));
        }

        private static ProblemType type(String name) {
            return Stream.of(ReportingProblem.values()).filter(type -> type.name().equals(name)).map(ProblemType.class::cast)
                    .findFirst().orElseGet(() -> CommonProblem.valueOf(name));
        }

        /** What has a name in each language, and a day, is stored as a text. */
        private static Object argument(ProblemType type, String stored) {
            if (type == ReportingProblem.PARTS_DIFFER) {
                return named(Part.values(), stored);
            }
            if (type == ReportingProblem.OTHER_TEMPLATE) {
                return named(TemplateProperty.values(), stored);
            }
            if (type == ReportingProblem.UNIT_CLOSED && DAY.matcher(stored).matches()) {
                return LocalDate.parse(stored);
            }
            return type == ReportingProblem.NOT_EDITABLE ? ReportState.valueOf(stored) : stored;
        }

        private static Object named(Enum<?>[] constants, String stored) {
            return Stream.<Enum<?>> of(constants).filter(constant -> constant.name().equalsIgnoreCase(stored))
                    .map(Object.class::cast).findFirst().orElse(stored);
        }
    }

    static ImportView of(FigureImport job, Page<ImportConflictView> conflicts) {
        return new ImportView(job.id, job.regime, job.period, job.mode, job.dryRun, job.locale, job.sha256, job.size, job.state,
                job.createdAt, job.endedAt, job.total, job.processed, job.percent(), job.reportsCreated, job.figuresChanged,
                job.figuresUnchanged, job.rowsRefused, job.conflicts, job.errors, job.warnings, conflicts);
    }

    static ImportView of(FigureImport job) {
        return of(job, null);
    }
}
