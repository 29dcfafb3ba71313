package vn.cchc.ledger.audit;

/** A head that an auditor noted down earlier: who cuts the end off the chain leaves a shorter one that holds in itself. */
record KnownHead(Long position, String hash) {

    boolean agreesWith(AuditSeal seal) {
        return position == null || seal.position != position || seal.hash.equals(hash);
    }

    boolean liesAfter(long last) {
        return position != null && position > last;
    }
}
