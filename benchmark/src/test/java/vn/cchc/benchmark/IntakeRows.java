package vn.cchc.benchmark;

import vn.cchc.system.capacity.IntakeLoad;
import vn.cchc.system.stack.ProductionService;
import vn.cchc.system.stack.RunningStack;

/** Answers over HTTP beside pgbench; both are on the disk before the reply. */
final class IntakeRows {

    private final RunningStack stack;
    private final Table table;
    private final ProductionService survey;

    IntakeRows(RunningStack stack, Table table, ProductionService survey) {
        this.stack = stack;
        this.table = table;
        this.survey = survey;
    }

    void measure() throws Exception {
        try (var load = new IntakeLoad(stack, survey)) {
            String campaign = load.openCampaign();
            load.answer(campaign, Length.WARM_UP_SECONDS);
            var answered = new Series();
            var inserted = new Series();
            for (int round = 0; round < Length.ROUNDS; round++) {
                answered.add(load.answer(campaign, Length.SECONDS));
                inserted.add(load.pgbench(Length.SECONDS));
            }
            table.add("durable answers of 17 questions", "answers/s", answered.median(), inserted.median(),
                    "pgbench, one such row a transaction", "≥ 0.75");
        }
    }
}
