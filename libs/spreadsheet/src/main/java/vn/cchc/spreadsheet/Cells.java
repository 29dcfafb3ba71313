package vn.cchc.spreadsheet;

import java.io.IOException;

import vn.cchc.rest.text.StorableText;

final class Cells {

    private Cells() {
    }

    /** @return null for a cell in which a reader would see nothing */
    static String of(String text) throws IOException {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (isPlain(text)) {
            String stripped = text.strip();
            return stripped.isEmpty() ? null : stripped;
        }
        if (StorableText.isBlank(text)) {
            return null;
        }
        if (!StorableText.isStorable(text)) {
            throw new IOException("a cell is not storable");
        }
        return StorableText.normalised(text).strip();
    }

    /** The checks of Unicode take most of the time of reading a file, and most cells are codes and numbers. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
