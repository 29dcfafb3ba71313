package vn.cchc.messaging.deadletter;

import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import io.vertx.mutiny.core.Vertx;
import vn.cchc.messaging.inbox.ShutdownState;

/**
 * The library's dead-letter queue for events that are at fault, and for those alone: an event whose work fails because the
 * service stops is left as it is, and comes again after the start.
 */
@ApplicationScoped
@Identifier("dead-letter-unless-stopping")
class ShutdownAwareDeadLetterHandler implements KafkaFailureHandler.Factory {

    private static final Logger LOG = Logger.getLogger(ShutdownAwareDeadLetterHandler.class);

    private final KafkaFailureHandler.Factory deadLetters;
    private final ShutdownState stop;

    ShutdownAwareDeadLetterHandler(
            @Identifier(KafkaFailureHandler.Strategy.DEAD_LETTER_QUEUE) KafkaFailureHandler.Factory deadLetters,
            ShutdownState stop) {
        this.deadLetters = deadLetters;
        this.stop = stop;
    }

    @Override
    public KafkaFailureHandler create(KafkaConnectorIncomingConfiguration channel, Vertx vertx, KafkaConsumer<?, ?> consumer,
            BiConsumer<Throwable, Boolean> reportFailure) {
        return new UnlessStopping(deadLetters.create(channel, vertx, consumer, reportFailure), stop);
    }

    private record UnlessStopping(KafkaFailureHandler deadLetters, ShutdownState stop) implements KafkaFailureHandler {

        @Override
        public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> event, Throwable reason, Metadata metadata) {
            if (stop.hasBegun()) {
                // Without an answer the channel also takes up no event behind this one.
                return Uni.createFrom().nothing();
            }
            LOG.warnf("%s-%d@%d goes to the dead letters: %s", event.getTopic(), event.getPartition(), event.getOffset(),
                    reason.getMessage());
            return deadLetters.handle(event, reason, metadata);
        }

        @Override
        public void terminate() {
            deadLetters.terminate();
        }
    }
}
