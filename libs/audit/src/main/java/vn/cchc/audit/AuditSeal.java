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

/** The position of an entry in the chain, with the hash over the entry and the seal before it. */
@Entity
@Immutable
class AuditSeal {

    /** The {@code previous} of the first seal. */
    static final String BEGINNING = "0".repeat(64);

    private static final int FORMAT = 1;

    @Id
    long position;
    @ManyToOne(fetch = FetchType.EAGER)
    @NotFound(action = NotFoundAction.IGNORE)
    @JoinColumn(name = "entry")
    AuditEntry entry;
    String previous;
    /** The format of the hashed content: {@link SealedEntryV1}. */
    int format;
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
        this.format = FORMAT;
        this.hash = recomputed(previous);
        this.horizon = horizon;
    }

    /** The hash by the seal's format; null for an unknown format. */
    String recomputed(String previous) {
        if (format != FORMAT) {
            return null;
        }
        byte[] content = (previous + AuditJson.write(SealedEntryV1.of(entry, position, sealedAt))).getBytes(UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
