package vn.cchc.reporting.imports;

/** What a template states of itself, for the texts of conflicts. */
enum TemplateProperty {
    VERSION,
    REGIME,
    PERIOD,
    LOCALE
}
