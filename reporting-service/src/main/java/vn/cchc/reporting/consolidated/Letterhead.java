package vn.cchc.reporting.consolidated;

import java.util.List;

/**
 * What the document says about its issuer and its receivers.
 *
 * @param parent the body above the issuer
 * @param symbol the part of the document's number after the slash
 * @param receivers the lines below "Nơi nhận"
 */
record Letterhead(String parent, String issuer, String place, String symbol, String signerTitle, List<String> receivers) {

    static Letterhead of(ConsolidatedReportConfig config) {
        return new Letterhead(config.parent(), config.issuer(), config.place(), config.symbol(), config.signerTitle(),
                config.receivers());
    }
}
