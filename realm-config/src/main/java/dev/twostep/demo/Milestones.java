package dev.twostep.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What Keycloak is at, told from its log, so that nobody waits before a silent screen. */
final class Milestones {

    private record Milestone(String inTheLog, String inPlainWords) {}

    private static final List<Milestone> ALL = List.of(
            new Milestone("installing your custom providers", "Keycloak builds itself around the jars …"),
            new Milestone("augmentation completed", "Built."),
            new Milestone("Initializing database schema", "Creating the database …"),
            new Milestone("Realm 'twostep' imported", "The realm is imported."));

    private final List<Milestone> ahead = new ArrayList<>(ALL);
    private final Path log;
    private final Screen screen;

    Milestones(Path log, Screen screen) {
        this.log = log;
        this.screen = screen;
    }

    /** Says those that have been passed since the last look. */
    void look() {
        try {
            String text = Files.readString(log, UTF_8);
            ahead.removeIf(milestone -> {
                boolean passed = text.contains(milestone.inTheLog());
                if (passed) {
                    screen.say(milestone.inPlainWords());
                }
                return passed;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
