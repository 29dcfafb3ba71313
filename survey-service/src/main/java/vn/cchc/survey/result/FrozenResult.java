package vn.cchc.survey.result;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import vn.cchc.rest.text.CanonicalJson;
import vn.cchc.survey.result.ResultView.PartView;

/**
 * A published result. Later programs show this document, whatever they would compute.
 *
 * @param format of the content; each is a record of its own
 * @param content canonical JSON by RFC 8785
 * @param hash SHA-256 of the content, in hexadecimal
 */
public record FrozenResult(int format, String content, String hash) {

    private static final int CURRENT_FORMAT = 1;

    public static FrozenResult of(UUID campaign, int year, int resultVersion, ResultView view) {
        ResultDocumentV1 document = ResultDocumentV1.of(campaign, year, resultVersion, view);
        return new FrozenResult(CURRENT_FORMAT, CanonicalJson.of(document), CanonicalJson.sha256(document));
    }

    /** The codes of the strata that it hides. */
    public Set<String> hiddenStrata() {
        return view().strata().stream().filter(PartView::suppressed).map(PartView::code).collect(Collectors.toSet());
    }

    public ResultView view() {
        if (format != CURRENT_FORMAT) {
            throw new IllegalStateException("unknown format of a result: " + format);
        }
        return CanonicalJson.read(content, ResultDocumentV1.class).view().withHash(hash);
    }
}
