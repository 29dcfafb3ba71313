package vn.cchc.survey.paper;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import vn.cchc.audit.AuditTrail;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.spreadsheet.SheetReader;
import vn.cchc.survey.answer.Admission;
import vn.cchc.survey.answer.IntakeCampaign;
import vn.cchc.survey.answer.IntakeTables;
import vn.cchc.survey.answer.ValidatedAnswers;
import vn.cchc.survey.campaign.Campaign;
import vn.cchc.survey.campaign.Campaigns;
import vn.cchc.survey.campaign.Mode;
import vn.cchc.survey.invitation.CampaignTokens;
import vn.cchc.survey.invitation.InvitationToken;
import vn.cchc.survey.invitation.ReferenceNumber;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.seal.CampaignKey;

/** Enters paper forms: all of a batch or none. A form whose number was entered before changes nothing. */
@ApplicationScoped
class PaperService {

    /** A sealed answer takes some kilobytes if its questionnaire has open questions. */
    private static final int ANSWERS_AT_A_TIME = 500;

    private final Campaigns campaigns;
    private final CampaignTokens tokens;
    private final Session database;
    private final AuditTrail trail;
    private final Clock clock;

    PaperService(Campaigns campaigns, CampaignTokens tokens, Session database, AuditTrail trail, Clock clock) {
        this.campaigns = campaigns;
        this.tokens = tokens;
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    PaperBatchReceived add(UUID id, NewPaperBatch batch, ChangeContext context) {
        return add(id, PaperCheck.PointerFormat.JSON, (questionnaire, check) -> byPosition(batch.rows()), context);
    }

    @Transactional
    PaperBatchReceived add(UUID id, byte[] file, SheetReader reader, ChangeContext context) {
        return add(id, PaperCheck.PointerFormat.SHEET,
                (questionnaire, check) -> new PaperSheet(questionnaire, check).read(file, reader), context);
    }

    private static Map<Integer, PaperForm> byPosition(List<PaperForm> rows) {
        Map<Integer, PaperForm> forms = new TreeMap<>();
        rows.forEach(form -> forms.put(forms.size(), form));
        return forms;
    }

    private PaperBatchReceived add(UUID id, PaperCheck.PointerFormat pointers,
            BiFunction<Questionnaire, PaperCheck, Map<Integer, PaperForm>> read, ChangeContext context) {
        Campaign campaign = campaigns.findForShare(id).orElseThrow(() -> ProblemException.notFound(ResourceType.CAMPAIGN, id));
        campaign.requireAcceptsAnswers(LocalDate.now(clock));
        campaign.requireMode(Mode.PAPER);
        PaperCheck check = new PaperCheck(campaign.questionnaire(), campaign.stratumCodes(), pointers);
        Map<ReferenceNumber, ValidatedAnswers> answers = check.validate(read.apply(campaign.questionnaire(), check));
        int added = store(campaign, answers);
        trail.created(new PaperBatch(id, answers.size(), added), context);
        return new PaperBatchReceived(answers.size(), added, answers.size() - added);
    }

    /** @return how many are new */
    private int store(Campaign campaign, Map<ReferenceNumber, ValidatedAnswers> answers) {
        CampaignKey key = tokens.key(campaign);
        Map<String, ValidatedAnswers> byToken = new TreeMap<>();
        Map<String, Admission> admitted = new TreeMap<>();
        answers.forEach((reference, answer) -> {
            String token = InvitationToken.of(reference, key).hash();
            byToken.put(token, answer);
            admitted.put(token, new Admission(answer.group()));
        });
        return database.doReturningWork(connection -> {
            IntakeTables tables = new IntakeTables(connection, campaign.id());
            List<String> added = new ArrayList<>(tables.admit(admitted));
            // Not in the order of the tokens.
            Collections.shuffle(added);
            seal(added.stream().map(byToken::get).toList(), IntakeCampaign.of(campaign).with(key), tables);
            return added.size();
        });
    }

    private static void seal(List<ValidatedAnswers> answers, IntakeCampaign campaign, IntakeTables tables)
            throws SQLException {
        for (int from = 0; from < answers.size(); from += ANSWERS_AT_A_TIME) {
            int to = Math.min(from + ANSWERS_AT_A_TIME, answers.size());
            tables.insert(answers.subList(from, to).stream().map(campaign::seal).toList());
        }
    }
}
