package vn.cchc.system.rolling;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import vn.cchc.local.Tokens;
import vn.cchc.system.faults.Call;
import vn.cchc.system.faults.Personas;
import vn.cchc.system.faults.Reply;

/** The users of the three services, each of whom reads what was written last. */
final class Users {

    private static final String INDICATOR = "CT11";
    private static final int INVITED = 10_000;
    private static final int BATCH = 1000;

    private final Load load;
    private final AtomicInteger answers = new AtomicInteger();
    private final Queue<String> lost = new ConcurrentLinkedQueue<>();
    private String campaign;

    Users(Load load) {
        this.load = load;
    }

    void begin() {
        for (int number = 1; number <= 2; number++) {
            reporter("ROLL-" + number);
        }
        planner("ROLL-1");
        citizens();
        load.begin(time -> get("/scoreboard?year=2024", Personas.VIEWER.token()));
        load.begin(time -> get("/questionnaires", Personas.VIEWER.token()));
    }

    /** Enters a figure again and again, each time with the tag of the latest reply. */
    private void reporter(String unit) {
        must(Call.post("/units", Personas.ADMIN.token(),
                Map.of("code", unit, "name", unit, "nameEn", unit, "type", "SERVICE_UNIT", "parent", "SGDDT")));
        must(Call.post("/assignments", Personas.PLANNER.token(), Map.of("indicator", INDICATOR, "unit", unit)));
        String token = Tokens.with("vp-reporter", Map.of("unit", unit));
        String path = "/reports/" + must(Call.post("/reports", token, Map.of("period", "2024", "unit", unit))).id();
        Reply[] seen = { await().atMost(1, MINUTES).until(() -> load.sendOnce(Call.get(path, token)),
                reply -> reply.isDone() && reply.body().contains('"' + INDICATOR + '"')) };
        load.begin(time -> {
            Reply written = load.send(Call.put(path + "/figures/" + INDICATOR, token,
                    Map.of("numerator", time, "denominator", 1_000_000)).after(seen[0]));
            Reply read = load.send(Call.get(path, token));
            if (written.isDone() && read.isDone() && !read.body().contains("\"numerator\":" + time + ',')) {
                lost.add("numerator " + time + ": " + read.body());
            }
            seen[0] = read;
        });
    }

    private void planner(String unit) {
        LocalDate first = LocalDate.of(2001, 1, 1);
        load.begin(time -> {
            if (time % 8 == 0) {
                String day = first.plusDays(time).toString();
                load.send(Call.post("/assignments", Personas.PLANNER.token(),
                        Map.of("indicator", "CT03.2", "unit", unit, "validFrom", day, "validTo", day)));
            }
            get("/assignments", Personas.PLANNER.token());
        });
    }

    private void citizens() {
        Reply draft = must(Call.post("/campaigns", Personas.SURVEYOR.token(),
                Map.of("questionnaire", "SIPAS", "year", 2024, "title", "Khảo sát")));
        campaign = "/campaigns/" + draft.id();
        must(Call.step(campaign + "/opening", Personas.SURVEYOR.token()).after(draft));
        List<String> tokens = Stream.generate(() -> invite(campaign)).limit(INVITED / BATCH).flatMap(List::stream).toList();
        load.begin(time -> {
            Reply reply = load.send(Call.post(campaign + "/answers", null,
                    Map.of("token", tokens.get(time), "answers", Map.of("OVERALL", 5))).unkeyed());
            answers.addAndGet(reply.isDone() ? 1 : 0);
        });
    }

    /** Tokens are shown once; if the response is lost, new ones are issued. */
    private List<String> invite(String campaign) {
        Reply reply = await().atMost(1, MINUTES).until(() -> load.sendOnce(
                Call.post(campaign + "/invitations", Personas.SURVEYOR.token(), Map.of("count", BATCH))), Reply::isDone);
        return reply.json().getJsonArray("tokens").stream().map(String::valueOf).toList();
    }

    private void get(String path, String token) {
        load.send(Call.get(path, token));
    }

    private Reply must(Call call) {
        return await(call.method() + ' ' + call.path()).atMost(1, MINUTES).until(() -> load.sendOnce(call), Reply::isDone);
    }

    /** The answers that were received, which must be those that are counted. */
    int answers() {
        return answers.get();
    }

    int countedAnswers() {
        return must(Call.get(campaign + "/progress", Personas.SURVEYOR.token())).json().getInteger("answers");
    }

    /** What was written and then not read. */
    Queue<String> lost() {
        return lost;
    }
}
