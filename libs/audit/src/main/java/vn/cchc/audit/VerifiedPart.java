package vn.cchc.audit;

import java.time.Instant;

/**
 * The part of the chain that was verified from the beginning earlier.
 *
 * @param hash the hash of the seal at the position
 * @param verifiedAt when that verification began
 */
record VerifiedPart(long position, String hash, Instant verifiedAt) {

    boolean isBehind(Anchor anchor) {
        return position > anchor.position();
    }
}
