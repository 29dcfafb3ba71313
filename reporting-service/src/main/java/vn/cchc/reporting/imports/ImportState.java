package vn.cchc.reporting.imports;

/** The state of an import. */
enum ImportState {
    QUEUED,
    RUNNING,
    /** Every row was checked, and imported unless it has a conflict or the import is a dry run. */
    DONE,
    /** Nothing was imported, because of conflicts. */
    REFUSED,
    /** Nothing more will be imported, because of a defect of this system. */
    FAILED
}
