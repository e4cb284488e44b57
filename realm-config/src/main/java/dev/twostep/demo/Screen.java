package dev.twostep.demo;

import java.io.PrintStream;
import java.util.List;

/** What the person in front of the demo reads. */
final class Screen {

    private final PrintStream out;

    Screen(PrintStream out) {
        this.out = out;
    }

    void say(String what) {
        out.println("[demo] " + what);
    }

    void complain(String what) {
        out.println();
        out.println("[demo] " + what);
        out.println();
    }

    void box(List<String> lines) {
        int width = lines.stream().mapToInt(String::length).max().orElse(0) + 4;
        out.println();
        out.println("+" + "-".repeat(width) + "+");
        for (String line : lines) {
            out.println("|  " + line + " ".repeat(width - 2 - line.length()) + "|");
        }
        out.println("+" + "-".repeat(width) + "+");
        out.println();
    }
}
