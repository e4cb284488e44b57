package dev.twostep.it.browser;

import dev.twostep.it.debian.DebianPackages;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Sees to a browser: takes what is installed; on Debian as root, installs what is missing; otherwise leaves it to
 * Selenium Manager, which fetches one. Says which.
 */
final class BrowserInstaller {

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final List<String> DRIVERS = List.of("chromedriver");

    private BrowserInstaller() {}

    /** The browser and its driver, if they are on this machine or could be put there. */
    static Optional<Installed> provide() {
        Optional<Installed> installed = find();
        if (installed.isEmpty() && DebianPackages.canInstall()) {
            say("no Chromium with its driver here; installing Debian's packages");
            DebianPackages.install("chromium", "chromium-driver", "fonts-noto-core");
            installed = find();
        }
        if (installed.isEmpty()) {
            say("no Chromium with its driver here; leaving it to Selenium Manager, which may download one");
        } else if (DebianPackages.canInstall() && !hasGujaratiFont()) {
            say("no font for Gujarati here; installing Debian's package");
            DebianPackages.install("fonts-noto-core");
        }
        return installed;
    }

    record Installed(Path browser, Path driver) {}

    private static Optional<Installed> find() {
        return DebianPackages.program(BROWSERS)
                .flatMap(browser -> DebianPackages.program(DRIVERS).map(driver -> new Installed(browser, driver)));
    }

    private static boolean hasGujaratiFont() {
        return DebianPackages.program(List.of("fc-list")).isEmpty()
                || !DebianPackages.output(new ProcessBuilder("fc-list", ":lang=gu"))
                        .isBlank();
    }

    private static void say(String what) {
        System.out.println("[browser] " + what);
    }
}
