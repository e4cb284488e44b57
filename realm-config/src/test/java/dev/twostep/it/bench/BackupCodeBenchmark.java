package dev.twostep.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.it.FreshRealm;
import dev.twostep.it.Realm;
import dev.twostep.it.ServerTest;
import dev.twostep.it.server.BuildFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Whole sign-ins with a backup code and with one of Keycloak's recovery codes, in turns: from the application by password and
 * code back to the application. {@code -Dbenchmark.logins=} says how many of each; with {@code -Dbenchmark.strict=true} too
 * slow a median fails.
 */
@ServerTest
final class BackupCodeBenchmark {

    private static final int LOGINS = Integer.getInteger("benchmark.logins", 100);
    private static final int WARM_UP = 60;
    private static final double LEAST = 0.95;

    @Test
    @DisplayName("B3: signing in with a backup code is as fast as with Keycloak's own recovery codes")
    void signIn(@FreshRealm Realm keycloaks, @FreshRealm Realm ours, @FreshRealm Realm shipped) throws IOException {
        int wanted = WARM_UP + LOGINS;
        List<List<CodeSignIn>> signIns = List.of(
                CodeSignIns.byRecoveryCode(keycloaks, wanted),
                CodeSignIns.byBackupCode(ours, wanted),
                CodeSignIns.byBackupCodeAndPage(shipped, wanted));
        List<Sample> samples =
                List.of(new Sample("recovery code"), new Sample("backup code"), new Sample("… and page"));
        for (int i = 0; i < wanted; i++) {
            for (int turn = 0; turn < samples.size(); turn++) {
                // each side is the first, second and third in a round equally often
                int side = (i + turn) % samples.size();
                CodeSignIn signIn = signIns.get(side).get(i);
                if (i < WARM_UP) {
                    signIn.time();
                } else {
                    samples.get(side).add(signIn.time());
                }
            }
        }
        report(samples.get(0), samples.get(1), samples.get(2));
    }

    private static void report(Sample keycloaks, Sample ours, Sample shipped) throws IOException {
        double median = keycloaks.milliseconds(50) / ours.milliseconds(50);
        String report = String.format(
                Locale.ROOT,
                "Signing in by password and code:%n%s%n%s%n%s%n"
                        + "recovery code to backup code: median %.2f  mean %.2f  p95 %.2f (1 is as fast, more is faster)%n",
                keycloaks,
                ours,
                shipped,
                median,
                keycloaks.mean() / ours.mean(),
                keycloaks.milliseconds(95) / ours.milliseconds(95));
        System.out.println(report);
        Files.writeString(BuildFiles.target("benchmark").resolve("backup-code.txt"), report);
        if (Boolean.getBoolean("benchmark.strict")) {
            assertThat(median).as("ratio of medians").isGreaterThanOrEqualTo(LEAST);
        }
    }
}
