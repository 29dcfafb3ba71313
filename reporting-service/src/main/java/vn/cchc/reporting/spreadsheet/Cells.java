package vn.cchc.reporting.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import vn.cchc.rest.text.StorableText;

final class Cells {

    private Cells() {
    }

    static List<String> of(String[] texts) throws IOException {
        List<String> cells = new ArrayList<>(texts.length);
        for (String text : texts) {
            cells.add(of(text));
        }
        return cells;
    }

    private static String of(String text) throws IOException {
        if (text == null || StorableText.isBlank(text)) {
            return null;
        }
        if (!StorableText.isStorable(text)) {
            throw new IOException("a cell is not storable");
        }
        return StorableText.normalised(text).strip();
    }
}
