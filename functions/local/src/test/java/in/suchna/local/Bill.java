package in.suchna.local;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * What one message took.
 *
 * @param runs how often functions ran
 * @param knocks how many of these the webhook was called by
 * @param written DynamoDB's write units
 * @param read DynamoDB's read units
 * @param puts objects written to S3
 * @param gets objects read from S3
 * @param logged bytes that functions wrote into their logs
 * @param sms SMS handed to SNS
 * @param said messages handed to WhatsApp
 */
record Bill(int runs, int knocks, double written, double read, int puts, int gets, long logged, int sms, int said) {
    private static final double PAISE = 100;

    /** What all of it is, in one column each. */
    List<String> columns(Prices prices) {
        return List.of(
                Integer.toString(runs),
                number(written),
                number(read),
                Integer.toString(puts + gets),
                number(logged / 1_000.0),
                Integer.toString(sms),
                Integer.toString(said),
                "%.2f".formatted(aws(prices) * PAISE),
                "%.0f".formatted((sms * prices.of("sms.rupees") + said * prices.of("whatsapp.rupees")) * PAISE));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private double aws(Prices prices) {
        double run = prices.of("lambda.run")
                + prices.of("lambda.gigabyte-second") * prices.of("lambda.gigabytes") * prices.of("lambda.seconds");
        double dollars = runs * run
                + knocks * prices.of("api.request")
                + written * prices.of("dynamodb.write-unit")
                + read * prices.of("dynamodb.read-unit")
                + puts * prices.of("s3.put")
                + gets * prices.of("s3.get")
                + (logged + runs * prices.of("lambda.report-bytes")) * prices.of("logs.byte");
        return dollars * prices.of("rupees-per-dollar");
    }

    /** The file of prices. */
    record Prices(Properties file) {
        static Prices read(Path path) throws IOException {
            Properties read = new Properties();
            try (Reader reader = Files.newBufferedReader(path)) {
                read.load(reader);
            }
            return new Prices(read);
        }

        double of(String name) {
            String value = file.getProperty(name);
            if (value == null) {
                throw new IllegalArgumentException("The file of prices does not say " + name);
            }
            return Double.parseDouble(value);
        }
    }
}
