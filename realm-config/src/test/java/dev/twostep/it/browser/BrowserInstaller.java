package dev.twostep.it.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        if (installed.isEmpty() && canInstall()) {
            say("no Chromium with its driver here; installing Debian's packages");
            apt("chromium", "chromium-driver", "fonts-noto-core");
            installed = find();
        }
        if (installed.isEmpty()) {
            say("no Chromium with its driver here; leaving it to Selenium Manager, which may download one");
        } else if (canInstall() && !hasGujaratiFont()) {
            say("no font for Gujarati here; installing Debian's package");
            apt("fonts-noto-core");
        }
        return installed;
    }

    record Installed(Path browser, Path driver) {}

    private static Optional<Installed> find() {
        return onPath(BROWSERS).flatMap(browser -> onPath(DRIVERS).map(driver -> new Installed(browser, driver)));
    }

    private static Optional<Path> onPath(List<String> names) {
        List<Path> folders = Stream.of(System.getenv("PATH").split(System.getProperty("path.separator"), -1))
                .map(Path::of)
                .toList();
        return names.stream()
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean canInstall() {
        return "root".equals(System.getProperty("user.name"))
                && onPath(List.of("apt-get")).isPresent();
    }

    private static boolean hasGujaratiFont() {
        return onPath(List.of("fc-list")).isEmpty()
                || !output(new ProcessBuilder("fc-list", ":lang=gu")).isBlank();
    }

    private static void apt(String... packages) {
        run("apt-get", "update", "-qq");
        run(Stream.concat(Stream.of("apt-get", "install", "-y", "-qq", "--no-install-recommends"), Stream.of(packages))
                .toArray(String[]::new));
    }

    private static void run(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        output(builder);
    }

    private static String output(ProcessBuilder builder) {
        try {
            Process process = builder.redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                say(String.join(" ", builder.command()) + " failed:\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void say(String what) {
        System.out.println("[browser] " + what);
    }
}
