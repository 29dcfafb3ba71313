package vn.cchc.survey.stratum;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import vn.cchc.survey.questionnaire.Questionnaire;

/**
 * The codes of the strata of a campaign, in their order, which stays once it is open.
 *
 * @param own whether they are the campaign's own, not those of the questionnaire's groups
 */
public record StratumCodes(boolean own, List<String> codes) {

    public static StratumCodes ofGroups(Questionnaire questionnaire) {
        return of(List.of(), questionnaire);
    }

    public static StratumCodes of(List<Stratum> own, Questionnaire questionnaire) {
        return new StratumCodes(!own.isEmpty(), Strata.of(own, questionnaire).stream().map(Stratum::code).toList());
    }

    public static StratumCodes read(Connection connection, UUID campaign, Questionnaire questionnaire) throws SQLException {
        try (PreparedStatement select = connection
                .prepareStatement("select code from stratum where campaign = ? order by position")) {
            select.setObject(1, campaign);
            try (ResultSet row = select.executeQuery()) {
                List<String> codes = new ArrayList<>();
                while (row.next()) {
                    codes.add(row.getString(1));
                }
                return codes.isEmpty() ? ofGroups(questionnaire) : new StratumCodes(true, codes);
            }
        }
    }

    public boolean contains(String code) {
        return codes.contains(code);
    }
}
