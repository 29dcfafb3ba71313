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

    /** The further format has the person as whose deputy the actor acted. */
    private static final int FORMAT = 1;
    private static final int FORMAT_OF_DEPUTY = 2;

    @Id
    long position;
    @ManyToOne(fetch = FetchType.EAGER)
    @NotFound(action = NotFoundAction.IGNORE)
    @JoinColumn(name = "entry")
    AuditEntry entry;
    String previous;
    /** The format of the hashed content: {@link SealedEntryV1} or {@link SealedEntryV2}. */
    int format;
    String hash;
    Instant sealedAt;
    /** All entries of older transactions are sealed. The sealer sets it when it stores the seal. */
    @ColumnTransformer(read = "horizon::text", write = "cast(? as xid8)")
    String horizon;

    protected AuditSeal() {
    }

    AuditSeal(long position, String previous, AuditEntry entry, Instant at) {
        this.position = position;
        this.previous = previous;
        this.entry = entry;
        this.sealedAt = at;
        this.format = formatOf(entry);
        this.hash = recomputed(previous);
    }

    private static int formatOf(AuditEntry entry) {
        return entry.onBehalfOf == null ? FORMAT : FORMAT_OF_DEPUTY;
    }

    /** The hash by the seal's format; null for an unknown format. */
    String recomputed(String previous) {
        // An entry of format 1 to which somebody added a principal has no valid hash.
        if (format != formatOf(entry)) {
            return null;
        }
        Object sealed = format == FORMAT ? SealedEntryV1.of(entry, position, sealedAt)
                : SealedEntryV2.of(entry, position, sealedAt);
        byte[] content = (previous + AuditJson.write(sealed)).getBytes(UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
