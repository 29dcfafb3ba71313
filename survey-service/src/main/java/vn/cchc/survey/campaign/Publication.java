package vn.cchc.survey.campaign;

import java.util.Optional;

import vn.cchc.events.SurveyResultPublished;
import vn.cchc.survey.result.FrozenResult;

/** @param event empty for internal use, where no indicator takes the result */
record Publication(FrozenResult result, Optional<SurveyResultPublished> event) {
}
