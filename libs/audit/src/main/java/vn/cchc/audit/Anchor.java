package vn.cchc.audit;

/** The seal that the first row of the chain continues: the last one that was removed after its retention. */
record Anchor(long position, String hash) {

    /** Of a chain of which nothing was removed. */
    static final Anchor NONE = new Anchor(0, AuditSeal.BEGINNING);
}
