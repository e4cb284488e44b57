package dev.twostep.it.bench;

import dev.twostep.it.login.HttpLogin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/** How often a second something can be done by a few workers at once, in rounds. */
final class Throughput {

    private static final double NANOS = 1e9;

    private final String name;
    private final int workers;
    private final int each;
    private final IntConsumer work;
    private final List<Double> rounds = new ArrayList<>();

    /**
     * One thing to measure.
     *
     * @param each how often each worker does it in a round
     * @param work given the number of the worker, so that no two of them share a user
     */
    Throughput(String name, int workers, int each, IntConsumer work) {
        this.name = name;
        this.workers = workers;
        this.each = each;
        this.work = work;
    }

    void warmUp() {
        once();
    }

    void round() {
        rounds.add(once());
    }

    private double once() {
        long begin = System.nanoTime();
        HttpLogin.atOnce(workers, worker -> {
            for (int i = 0; i < each; i++) {
                work.accept(worker);
            }
            return worker;
        });
        return workers * each * NANOS / (System.nanoTime() - begin);
    }

    /** The median of the ratios of the rounds, this one's by the other's. */
    double ratioTo(Throughput other) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < rounds.size(); i++) {
            ratios.add(rounds.get(i) / other.rounds.get(i));
        }
        return median(ratios);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    @Override
    public String toString() {
        List<Double> sorted = rounds.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%-44s %d rounds  %7.1f a second (%.1f to %.1f)",
                name,
                rounds.size(),
                median(rounds),
                sorted.get(0),
                sorted.get(sorted.size() - 1));
    }
}
