package in.suchna.bench;

import java.util.List;

/** The shape of many times, in milliseconds. */
record Percentiles(long p50, long p95, long p99, long most) {

    static Percentiles of(List<Long> millis) {
        List<Long> sorted = millis.stream().sorted().toList();
        return sorted.isEmpty()
                ? new Percentiles(0, 0, 0, 0)
                : new Percentiles(at(sorted, 50), at(sorted, 95), at(sorted, 99), sorted.getLast());
    }

    private static long at(List<Long> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    @Override
    public String toString() {
        return "p50 %d, p95 %d, p99 %d, most %d".formatted(p50, p95, p99, most);
    }
}
