package vn.cchc.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;

/** An entry's place in the chain, with the hash over it and over the seal before. */
@Entity
@Immutable
class AuditSeal {

    /** What the first seal holds in place of a seal before it. */
    static final String BEGINNING = "0".repeat(64);

    @Id
    long position;
    @ManyToOne(fetch = FetchType.EAGER)
    @NotFound(action = NotFoundAction.IGNORE)
    @JoinColumn(name = "entry")
    AuditEntry entry;
    String previous;
    String hash;
    Instant sealedAt;
    @ColumnTransformer(read = "horizon::text", write = "cast(? as xid8)")
    String horizon;

    protected AuditSeal() {
    }

    AuditSeal(long position, String previous, AuditEntry entry, Instant at, String horizon) {
        this.position = position;
        this.previous = previous;
        this.entry = entry;
        this.sealedAt = at;
        this.hash = recomputed(previous);
        this.horizon = horizon;
    }

    /** The hash that it must have behind the one before it. */
    String recomputed(String previous) {
        byte[] content = (previous + AuditJson.write(new Sealed(AuditEntryView.of(entry), position, sealedAt))).getBytes(UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Sealed(AuditEntryView entry, long position, Instant sealedAt) {
    }
}
