package vn.cchc.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;

/** The rows of an open file, from the first to the last. */
public interface SheetRows extends Closeable {

    /** The marker of the properties: the first cell of a CSV file, the name of a sheet. */
    String PROPERTIES = "#cchc";

    /** The name of the sheet; null for a CSV file. */
    String sheet();

    /** What a template wrote into the file beside the rows; empty for any other file. */
    Map<String, String> properties();

    /** The next row that is not empty; null after the last one. */
    SheetRow next() throws IOException;
}
