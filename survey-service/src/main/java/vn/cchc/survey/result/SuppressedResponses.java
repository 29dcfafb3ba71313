package vn.cchc.survey.result;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * The strata of which it is hidden how many of the invited people answered. A reader knows these numbers for all strata
 * together, the invitations of each stratum, and all respondents of each stratum that is shown; so what is hidden of the
 * invited people is hidden of those who answered without an invitation, too. Three rules hold at the end:
 *
 * <ol>
 * <li>It is hidden where fewer than k people were invited, or fewer than k answered with or without an invitation.
 * <li>In all strata where it is hidden together, nobody or at least k people answered with an invitation, and nobody or
 * at least k without, unless it is hidden of all strata.
 * <li>At least k numbers are possible for each stratum, or as many as if it was hidden of all strata.
 * </ol>
 */
final class SuppressedResponses {

    private final int suppressBelow;
    private final Set<String> hiddenStrata;
    private final List<Response> all;
    private final List<Response> hidden = new ArrayList<>();

    /** @param hiddenStrata those whose number of respondents is hidden */
    SuppressedResponses(Collection<Response> responses, Set<String> hiddenStrata, int suppressBelow) {
        this.suppressBelow = suppressBelow;
        this.hiddenStrata = hiddenStrata;
        // The same order in each run.
        this.all = responses.stream().sorted(Comparator.comparing(Response::stratum)).toList();
        all.stream().filter(each -> hiddenStrata.contains(each.stratum()) || isSensitive(each)).forEach(hidden::add);
        while (isRevealing() && hideOneMore()) {
            // Each round hides one more, so this ends.
        }
    }

    Set<String> strata() {
        return hidden.stream().map(Response::stratum).collect(Collectors.toSet());
    }

    private boolean isSensitive(Response response) {
        return response.invited() > 0 && (response.invited() < suppressBelow || isFew(response.invitedAnswers())
                || isFew(response.uninvitedAnswers()));
    }

    private boolean isFew(long people) {
        return people > 0 && people < suppressBelow;
    }

    private boolean isRevealing() {
        return hidden.stream().anyMatch(each -> each.invited() > 0)
                && (isFew(sum(hidden, Response::invitedAnswers)) || isFew(sum(hidden, Response::uninvitedAnswers))
                        || hidden.stream().anyMatch(this::isNarrow));
    }

    private boolean isNarrow(Response response) {
        return others(response, hidden) < Math.min(suppressBelow - 1, others(response, all));
    }

    /** How many other numbers are possible for a stratum if those of some strata are hidden. */
    private long others(Response of, List<Response> unknown) {
        long answers = sum(unknown, Response::invitedAnswers);
        List<Response> withHiddenRespondents = unknown.stream().filter(this::hasHiddenRespondents).toList();
        long mostOfShown = sum(unknown.stream().filter(each -> !hasHiddenRespondents(each)).toList(), this::most);
        long mostOfHidden = sum(withHiddenRespondents, this::most);
        long respondentsOfHidden = sum(withHiddenRespondents, Response::answered);
        long mostOfOthers = hasHiddenRespondents(of) ? mostOfShown + mostOfHidden - most(of)
                : mostOfShown - most(of) + Math.min(mostOfHidden, respondentsOfHidden);
        long most = Math.min(answers, hasHiddenRespondents(of) ? Math.min(most(of), respondentsOfHidden) : most(of));
        return most - Math.max(0, answers - mostOfOthers);
    }

    private boolean hasHiddenRespondents(Response response) {
        return hiddenStrata.contains(response.stratum());
    }

    private long most(Response response) {
        return hasHiddenRespondents(response) ? response.invited() : Math.min(response.invited(), response.answered());
    }

    private static long sum(List<Response> responses, ToLongFunction<Response> of) {
        return responses.stream().mapToLong(of).sum();
    }

    /** At first one whose number may be larger or smaller. */
    private boolean hideOneMore() {
        Predicate<Response> isMovable = each -> each.invitedAnswers() > 0 && each.invitedAnswers() < most(each);
        return all.stream().filter(each -> !hidden.contains(each))
                .min(Comparator.comparing(isMovable::test, Comparator.reverseOrder())
                        .thenComparing(Response::invitedAnswers))
                .map(hidden::add).orElse(false);
    }
}
