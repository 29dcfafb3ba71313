package vn.cchc.survey.stratum;

import java.util.List;

import vn.cchc.survey.questionnaire.Questionnaire;

/** The strata of a campaign in their order: its own, or else one for each group of its questionnaire. */
public final class Strata {

    private Strata() {
    }

    public static List<Stratum> of(List<Stratum> own, Questionnaire questionnaire) {
        return own.isEmpty() ? questionnaire.groups().stream().map(Stratum::of).toList() : List.copyOf(own);
    }
}
