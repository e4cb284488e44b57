package dev.twostep.it.thirdparty;

import dev.twostep.it.debian.DebianPackages;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A server that tests need: taken if it is installed; installed if the tests run as root on Debian. Says which. */
enum ServerProgram {
    NGINX("nginx", "nginx", ""),
    /** 2.4 reads another language. */
    DOVECOT("dovecot", "dovecot-imapd", "2.3."),
    /** Fetches the push service, which is no Debian package. */
    NPM("npm", "npm", "");

    private final String program;
    private final String debianPackage;
    private final String version;

    /** @param version which the docs' configuration is for, as far as it matters */
    ServerProgram(String program, String debianPackage, String version) {
        this.program = program;
        this.debianPackage = debianPackage;
        this.version = version;
    }

    /** Why there can be no such server here, if so. */
    Optional<String> obstacle() {
        if (find().isEmpty() && DebianPackages.canInstall()) {
            say("no " + program + " here; installing Debian's package " + debianPackage);
            DebianPackages.install(debianPackage);
        }
        Optional<String> obstacle = find().map(this::wrongVersion)
                .orElseGet(() -> Optional.of("no " + program + " here: install it (on Debian the package "
                        + debianPackage + "), or run the tests as root on Debian"));
        obstacle.ifPresent(ServerProgram::say);
        return obstacle;
    }

    /** Where it is, once {@link #obstacle} has said that there is none. */
    Path path() {
        return find().orElseThrow(() -> new IllegalStateException("no " + program + " here"));
    }

    private Optional<Path> find() {
        return DebianPackages.program(List.of(program));
    }

    private Optional<String> wrongVersion(Path installed) {
        if (version.isEmpty()) {
            return Optional.empty();
        }
        String found = DebianPackages.output(new ProcessBuilder(installed.toString(), "--version"));
        return found.startsWith(version)
                ? Optional.empty()
                : Optional.of("the configuration is for " + program + " " + version + "x; here is " + found.strip());
    }

    private static void say(String what) {
        System.out.println("[third-party] " + what);
    }
}
