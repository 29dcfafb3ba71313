package vn.cchc.system.faults;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;

import vn.cchc.system.faults.StoredState.Answer;
import vn.cchc.system.faults.StoredState.Survey;

/** A campaign from its draft to its publication, with the citizens who answer it. */
class Poll {

    private static final int INVITED = 80;
    /** A result of fewer respondents is not published. */
    private static final int MIN_RESPONDENTS = 5;

    /** @param question any question with levels */
    private record Form(String questionnaire, String indicator, String question) {
    }

    private static final List<Form> FORMS = List.of(new Form("PROCEDURES", "CT14", "ONE-STOP-1"),
            new Form("SIPAS", "CT15", "OVERALL"), new Form("EDUCATION", "CT16", "ACCESS-1"));

    private static final int FIRST_YEAR = 2031;

    private final GatewayClient gateway;
    private final AcceptedCalls acceptedCalls;
    private final Form form;
    private final int year;
    private final Random chance;

    Poll(int number, GatewayClient gateway, AcceptedCalls acceptedCalls) {
        this.gateway = gateway;
        this.acceptedCalls = acceptedCalls;
        this.form = FORMS.get(number % FORMS.size());
        this.year = FIRST_YEAR + number / FORMS.size();
        this.chance = new Random(number);
    }

    void hold(BooleanSupplier goesOn) {
        Reply draft = gateway.done(Call.post("/campaigns", Personas.SURVEYOR.token(),
                Map.of("questionnaire", form.questionnaire(), "year", year, "title", "Khảo sát " + year)));
        String path = "/campaigns/" + draft.id();
        acceptedCalls.recordOperation("survey", "campaign", draft.id(), "CREATE");
        Reply last = step(path, draft, "opening", "OPEN");
        List<String> tokens = invite(path, draft.id());
        tokens.stream().limit(MIN_RESPONDENTS).forEach(token -> answer(path, draft.id(), token));
        tokens.stream().skip(MIN_RESPONDENTS).takeWhile(token -> goesOn.getAsBoolean())
                .forEach(token -> answer(path, draft.id(), token));
        last = step(path, last, "closing", "CLOSE");
        step(path, last, "publication", "PUBLISH");
        acceptedCalls.recordPublication(new Survey(draft.id(), form.indicator(), year));
    }

    private Reply step(String path, Reply seen, String step, String action) {
        Reply reply = gateway.done(Call.step(path + '/' + step, Personas.SURVEYOR.token()).after(seen));
        acceptedCalls.recordOperation("survey", "campaign", reply.id(), action);
        return reply;
    }

    /** Tokens are shown once; if the response is lost, new ones are issued. */
    private List<String> invite(String path, String campaign) {
        Reply reply = gateway.answer(Call.post(path + "/invitations", Personas.SURVEYOR.token(), Map.of("count", INVITED)));
        acceptedCalls.recordOperation("survey", "invitations", campaign, "CREATE");
        if (reply.isDone()) {
            return reply.json().getJsonArray("tokens").stream().map(String::valueOf).toList();
        }
        if (reply.status() == 409 && reply.body().contains("already-issued")) {
            return invite(path, campaign);
        }
        throw new AssertionError(reply);
    }

    private void answer(String path, String campaign, String token) {
        int level = chance.nextInt(1, 6);
        gateway.done(Call.post(path + "/answers", null, Map.of("token", token, "answers", Map.of(form.question(), level)))
                .unkeyed());
        acceptedCalls.recordAnswer(new Answer(campaign, level));
    }
}
