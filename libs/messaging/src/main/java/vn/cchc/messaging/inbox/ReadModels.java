package vn.cchc.messaging.inbox;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

/** The read models of a service, by topic. */
@ApplicationScoped
public class ReadModels {

    private final Map<String, ReadModel<?>> models;

    ReadModels(@Any Instance<ReadModel<?>> models) {
        this.models = models.stream().collect(Collectors.toMap(ReadModel::topic, Function.identity()));
    }

    public Optional<ReadModel<?>> of(String topic) {
        return Optional.ofNullable(models.get(topic));
    }

    public Collection<ReadModel<?>> all() {
        return models.values();
    }
}
