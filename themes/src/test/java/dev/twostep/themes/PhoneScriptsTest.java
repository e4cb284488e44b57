package dev.twostep.themes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Runs the tests of the phone app's own scripts, where there is a node that can: they need nothing else. */
final class PhoneScriptsTest {

    /** Since 20.19 and 22.12 node reads modules in files that end in .js without being told. */
    private static final String CAN = "const [a, b] = process.versions.node.split('.').map(Number);"
            + "process.exit(a > 22 || (a === 22 && b >= 12) || (a === 20 && b >= 19) ? 0 : 1)";

    @Test
    @DisplayName("P1, P2, C1: keys, proofs, signed answers and login codes are as the phone API and the RFCs say")
    void scripts() throws IOException, InterruptedException {
        assumeTrue(run("node", "--eval", CAN).exit() == 0, "needs node 20.19, 22.12 or later");
        Outcome outcome = run("node", "--test", "src/test/js/phone.test.mjs");
        assertThat(outcome.exit()).as(outcome.output()).isZero();
    }

    private static Outcome run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return new Outcome(-1, e.getMessage());
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor(1, TimeUnit.MINUTES)
                ? new Outcome(process.exitValue(), output)
                : new Outcome(-1, output);
    }

    private record Outcome(int exit, String output) {}
}
