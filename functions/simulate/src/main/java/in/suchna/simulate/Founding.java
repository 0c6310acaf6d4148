package in.suchna.simulate;

import in.suchna.duty.RosterFile;
import in.suchna.local.function.HandlerMaker;
import in.suchna.localaws.LocalAws;
import in.suchna.localaws.LocalParameters;
import in.suchna.localaws.key.LocalKms;
import in.suchna.localaws.template.Function;
import in.suchna.localaws.template.Template;
import in.suchna.simulate.table.Tables;
import in.suchna.store.Roster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** What is the same on all days: template.yaml, the seal's key, and tables with the roster in them. */
final class Founding {
    private static final String SECRET = "a-secret-of-the-simulation-it-is-long-enough";

    private final Template template;
    private final LocalKms kms;
    private final Tables tables;

    /** @param root the folder of template.yaml */
    Founding(Path root) {
        this.template = Template.read(root.resolve("template.yaml"), LocalParameters.with(Map.of()));
        this.kms = new LocalKms(
                template.keys().getOrDefault("SealKey", "seal"), root.resolve("target/local-aws/seal-key.der"));
        this.tables = new Tables(template.tables().values());
        Clock clock = Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);
        LocalAws aws = around(tables, clock);
        Function rostering = template.function("Rostering");
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try (HttpClient none = HttpClient.newHttpClient()) {
            new Roster(tables, aws.table("Roster"))
                    .replaceBy(RosterFile.read(root.resolve("functions/alert/roster.csv")));
            new HandlerMaker(aws, clock, none, nowhere)
                    .make(rostering)
                    .handleRequest(
                            new ByteArrayInputStream("{\"sweep\":\"roster\"}".getBytes(StandardCharsets.UTF_8)),
                            OutputStream.nullOutputStream(),
                            Invocation.contextOf(rostering, rostering::timeout));
        } catch (IOException e) {
            throw new UncheckedIOException("The roster can't be read", e);
        }
    }

    private LocalAws around(Tables some, Clock clock) {
        LocalAws aws = LocalAws.around(template, some, kms, clock);
        // those LocalAws draws are others each time
        for (String parameter : new String[] {"PepperName", "LinkSecretName"}) {
            aws.ssm().put(template.parameters().getOrDefault(parameter, parameter), parameter + SECRET);
        }
        return aws;
    }

    Template template() {
        return template;
    }

    /** Tables as they are when a day begins. */
    Tables tables() {
        return tables.copy();
    }

    /** AWS around such tables. */
    LocalAws aws(Tables some, Clock clock) {
        return around(some, clock);
    }

    String pepper() {
        return "PepperName" + SECRET;
    }

    String linkSecret() {
        return "LinkSecretName" + SECRET;
    }
}
