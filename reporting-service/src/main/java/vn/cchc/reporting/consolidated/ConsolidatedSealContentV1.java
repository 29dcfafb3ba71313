package vn.cchc.reporting.consolidated;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import vn.cchc.reporting.consolidated.ConsolidatedContent.Gathered;
import vn.cchc.reporting.consolidated.ConsolidatedContent.ProposalText;
import vn.cchc.reporting.consolidated.ConsolidatedContent.SourceVersion;
import vn.cchc.reporting.consolidated.ConsolidatedContent.UnitStanding;

/**
 * Format 1 of the content that the seal of a consolidated report is computed over. The format is frozen: its canonical JSON
 * never changes by a byte. The seals of the accepted versions cover the texts of the units. Totals are texts, because they can
 * exceed the whole numbers of RFC 8785.
 */
record ConsolidatedSealContentV1(UUID report, String regime, String period, String compiledAt, String signer,
        LetterheadV1 letterhead, SortedMap<String, FigureV1> figures, SortedMap<String, String> sections,
        List<ProposalV1> proposals, List<UnitV1> units, List<SourceV1> sources) {

    record LetterheadV1(String parent, String issuer, String place, String symbol, String signerTitle,
            List<String> receivers) {
    }

    record FigureV1(String name, String nameEn, String numerator, String denominator, String rating, long units,
            String periods) {

        static FigureV1 of(IndicatorTotal total) {
            return new FigureV1(total.name(), total.nameEn(), text(total.numerator()), text(total.denominator()),
                    text(total.rating()), total.units(), total.periods());
        }
    }

    record ProposalV1(int number, String unit, String answer) {

        static ProposalV1 of(ProposalText proposal) {
            return new ProposalV1(proposal.number(), proposal.unit(), proposal.answer());
        }
    }

    record UnitV1(String unit, String name, boolean expected) {

        static UnitV1 of(UnitStanding unit) {
            return new UnitV1(unit.unit(), unit.name(), unit.expected());
        }
    }

    record SourceV1(UUID report, int version, String period, String unit, String seal) {

        static SourceV1 of(SourceVersion source) {
            return new SourceV1(source.report(), source.version(), source.period(), source.unit(), source.seal());
        }
    }

    static ConsolidatedSealContentV1 of(ConsolidatedReport of, Gathered gathered) {
        SortedMap<String, FigureV1> figures = new TreeMap<>();
        of.figures.forEach((indicator, total) -> figures.put(indicator, FigureV1.of(total)));
        SortedMap<String, String> sections = new TreeMap<>();
        of.sections.forEach((section, text) -> sections.put(section.name(), text.text()));
        Letterhead head = of.letterhead;
        return new ConsolidatedSealContentV1(of.id, of.regime, of.period, of.compiledAt.toString(), of.signer,
                new LetterheadV1(head.parent(), head.issuer(), head.place(), head.symbol(), head.signerTitle(),
                        head.receivers()),
                figures, sections, gathered.proposals().stream().map(ProposalV1::of).toList(),
                gathered.units().stream().map(UnitV1::of).toList(),
                gathered.sources().stream().map(SourceV1::of).toList());
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
