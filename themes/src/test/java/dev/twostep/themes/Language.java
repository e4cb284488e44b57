package dev.twostep.themes;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** One language's texts. */
record Language(Locale locale, Map<String, String> texts) {

    static final Language ENGLISH = of("en");
    static final Language GUJARATI = of("gu");

    static List<Language> all() {
        return ThemeFiles.messages().stream().map(Language::read).toList();
    }

    static Language of(String tag) {
        return all().stream()
                .filter(language -> language.locale.toLanguageTag().equals(tag))
                .findFirst()
                .orElseThrow();
    }

    String text(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException(key + " has no text in " + locale);
        }
        return text;
    }

    /** As Keycloak's {@code msg} does: through MessageFormat always, with or without arguments. */
    String format(String key, Object... arguments) {
        return new MessageFormat(text(key), locale).format(arguments);
    }

    @Override
    public String toString() {
        return locale.toLanguageTag();
    }

    private static Language read(Path file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(ThemeFiles.text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        String tag = file.getFileName().toString().replaceAll("messages_|\\.properties", "");
        return new Language(Locale.forLanguageTag(tag.replace('_', '-')), texts);
    }
}
