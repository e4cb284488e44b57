package dev.twostep.it.thirdparty;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A configuration as the docs show it, with words like {@code @PORT@} to replace. */
final class Template {

    private static final Pattern WORD = Pattern.compile("@([A-Z]+)@");

    private final String name;

    /** @param name of a file in the resources' folder {@code third-party} */
    Template(String name) {
        this.name = name;
    }

    /** Writes the file under its name into the folder, for the owner's eyes only, because it may hold secrets. */
    Path fill(Path folder, Map<String, String> words) throws IOException {
        String text = WORD.matcher(text()).replaceAll(word -> Matcher.quoteReplacement(meaning(word.group(1), words)));
        return secretFile(folder.resolve(name), text);
    }

    static Path secretFile(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text);
    }

    private String meaning(String word, Map<String, String> words) {
        String meaning = words.get(word);
        if (meaning == null) {
            throw new IllegalArgumentException("nothing is given for @" + word + "@ in " + name);
        }
        return meaning;
    }

    private String text() throws IOException {
        try (InputStream in = Template.class.getResourceAsStream("/third-party/" + name)) {
            if (in == null) {
                throw new IllegalStateException("/third-party/" + name + " is missing");
            }
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
