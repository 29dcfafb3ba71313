package vn.cchc.reporting.imports;

import java.io.IOException;

/** A template in a file format, written row by row. Without {@link #finish} the file is incomplete. */
interface TemplateFile {

    void add(TemplateRow row) throws IOException;

    void finish() throws IOException;
}
