package dev.twostep.it.debian;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of this machine and, for root on Debian, those that it could have. */
public final class DebianPackages {

    /** Servers are there, and it is not on everybody's path. */
    private static final String SERVERS = "/usr/sbin";

    private DebianPackages() {}

    /** The first of these programs that is installed. */
    public static Optional<Path> program(List<String> names) {
        List<Path> folders = Stream.concat(
                        Stream.of(System.getenv("PATH").split(System.getProperty("path.separator"), -1)),
                        Stream.of(SERVERS))
                .map(Path::of)
                .toList();
        return names.stream()
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static boolean canInstall() {
        return "root".equals(System.getProperty("user.name"))
                && program(List.of("apt-get")).isPresent();
    }

    /** Installs what it can; says so if that fails, and leaves it to the caller to look for the program. */
    public static void install(String... packages) {
        apt("update", "-qq");
        apt(Stream.concat(Stream.of("install", "-y", "-qq", "--no-install-recommends"), Stream.of(packages))
                .toArray(String[]::new));
    }

    private static void apt(String... arguments) {
        // Another build on this machine may be installing too.
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of("apt-get", "-o", "DPkg::Lock::Timeout=300"), Stream.of(arguments))
                        .toList());
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        output(builder);
    }

    /** What a command prints. */
    public static String output(ProcessBuilder builder) {
        try {
            Process process = builder.redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                System.out.println("[debian] " + String.join(" ", builder.command()) + " failed:\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
