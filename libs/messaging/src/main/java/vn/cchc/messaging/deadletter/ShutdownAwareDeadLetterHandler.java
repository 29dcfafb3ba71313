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
import vn.cchc.messaging.TraceParent;
import vn.cchc.messaging.inbox.ShutdownState;

/**
 * The library's dead-letter queue for faulty events only: an event that fails because the service shuts down is not
 * acknowledged, and arrives again after the start.
 */
@ApplicationScoped
@Identifier("dead-letter-unless-shutting-down")
class ShutdownAwareDeadLetterHandler implements KafkaFailureHandler.Factory {

    private static final Logger LOG = Logger.getLogger(ShutdownAwareDeadLetterHandler.class);

    private final KafkaFailureHandler.Factory deadLetters;
    private final ShutdownState shutdown;

    ShutdownAwareDeadLetterHandler(
            @Identifier(KafkaFailureHandler.Strategy.DEAD_LETTER_QUEUE) KafkaFailureHandler.Factory deadLetters,
            ShutdownState shutdown) {
        this.deadLetters = deadLetters;
        this.shutdown = shutdown;
    }

    @Override
    public KafkaFailureHandler create(KafkaConnectorIncomingConfiguration channel, Vertx vertx, KafkaConsumer<?, ?> consumer,
            BiConsumer<Throwable, Boolean> reportFailure) {
        return new ShutdownAware(deadLetters.create(channel, vertx, consumer, reportFailure), shutdown);
    }

    private record ShutdownAware(KafkaFailureHandler deadLetters, ShutdownState shutdown) implements KafkaFailureHandler {

        @Override
        public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> event, Throwable reason, Metadata metadata) {
            if (shutdown.isShuttingDown()) {
                // Without a result the channel does not continue with later events.
                return Uni.createFrom().nothing();
            }
            TraceParent.of(event).wrap(() -> LOG.warnf("%s-%d@%d becomes a dead letter: %s", event.getTopic(),
                    event.getPartition(), event.getOffset(), reason.getMessage())).run();
            return deadLetters.handle(event, reason, metadata);
        }

        @Override
        public void terminate() {
            deadLetters.terminate();
        }
    }
}
