package vn.cchc.rest.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationMessagesTest {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern CONSTRAINT = Pattern.compile("import (jakarta\\.validation\\.constraints\\.[A-Z]\\w+);");
    /** A list with the message for texts, also if other annotations stand in between. */
    private static final Pattern SIZE_OF_LIST_IN_CHARACTERS = Pattern.compile(
            "@Size\\((?![^)]*message)[^)]*\\)\\s*(?:@\\w+(?:\\((?:[^()\"]|\"(?:[^\"\\\\]|\\\\.)*+\")*+\\))?\\s*)*+(?:List|Set|Map)<");
    private static final Pattern OWN_MESSAGE = Pattern.compile("\"\\{(cchc\\.[\\w.]+)}\"");

    @ParameterizedTest
    @ValueSource(strings = { "vi", "en" })
    void everyConstraintInUseHasAMessageInBothLanguages(String language) {
        var messages = ResourceBundle.getBundle("ValidationMessages", Locale.forLanguageTag(language),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));

        assertThat(messages.keySet()).containsAll(messagesInUse());
    }

    @Test
    void theSizeOfAListIsNotCountedInCharacters() {
        assertThat(sources()).noneMatch(source -> SIZE_OF_LIST_IN_CHARACTERS.matcher(source).find());
    }

    private static Set<String> messagesInUse() {
        Set<String> keys = new TreeSet<>();
        for (String source : sources()) {
            CONSTRAINT.matcher(source).results().forEach(found -> keys.add(found.group(1) + ".message"));
            OWN_MESSAGE.matcher(source).results().forEach(found -> keys.add(found.group(1)));
        }
        assertThat(keys).contains("jakarta.validation.constraints.NotNull.message");
        return keys;
    }

    /** The main classes of every module: a library cannot see the classes of the services. */
    private static List<String> sources() {
        try (var files = Files.find(ROOT, 20, (file, attributes) -> file.toString().contains("/src/main/java/")
                && file.toString().endsWith(".java"))) {
            return files.map(ValidationMessagesTest::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
