package vn.cchc.survey.questionnaire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.StartupEvent;
import vn.cchc.rest.change.SystemActor;

/** Loads the questionnaires of the plan's three survey indicators at the start, if they are missing. */
@ApplicationScoped
class QuestionnaireLoader {

    static final List<String> FILES = List.of("ct14-procedures.json", "ct15-sipas.json", "ct16-education.json");

    private static final Logger LOG = Logger.getLogger(QuestionnaireLoader.class);

    private final Questionnaires questionnaires;
    private final ObjectMapper json;

    QuestionnaireLoader(Questionnaires questionnaires, ObjectMapper json) {
        this.questionnaires = questionnaires;
        this.json = json;
    }

    @Transactional
    void load(@Observes StartupEvent started, SystemActor system) {
        // Instances that start at the same time load each file once.
        questionnaires.lock();
        for (String file : FILES) {
            NewQuestionnaire request = read(file);
            if (questionnaires.latest(request.code()).isEmpty()) {
                questionnaires.add(request, system.change());
                LOG.infof("Loaded questionnaire %s", request.code());
            }
        }
    }

    private NewQuestionnaire read(String file) {
        try (InputStream resource = QuestionnaireLoader.class.getResourceAsStream("/questionnaires/" + file)) {
            return json.readValue(resource, NewQuestionnaire.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
