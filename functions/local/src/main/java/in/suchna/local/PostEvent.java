package in.suchna.local;

import in.suchna.local.whatsapp.Signer;
import in.suchna.localaws.LocalSecrets;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Signs a file as WhatsApp would and posts it to a running stack. */
public final class PostEvent {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private PostEvent() {}

    /** Options: {@code --event FILE}, {@code --port N}. */
    public static void main(String[] typed) throws InterruptedException {
        int exit;
        try {
            Arguments arguments = Arguments.of(typed);
            exit = post(Path.of(arguments.event()), "http://localhost:" + arguments.port() + "/whatsapp");
        } catch (Arguments.Misunderstood e) {
            System.err.println(e.getMessage());
            exit = 1;
        }
        System.exit(exit);
    }

    private static int post(Path file, String url) throws InterruptedException {
        if (!Files.isReadable(file)) {
            System.err.println("There is no file " + file.toAbsolutePath());
            return 1;
        }
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            byte[] body = Files.readAllBytes(file);
            HttpResponse<String> answer = http.send(request(url, body), HttpResponse.BodyHandlers.ofString());
            System.out.println(file + " was answered " + answer.statusCode() + " " + answer.body());
            return answer.statusCode() == 200 ? 0 : 1;
        } catch (ConnectException _) {
            System.err.println(
                    "Nothing listens at " + url + "; start it with mvn -q -Plocal, or name its port with -Dport");
            return 1;
        } catch (IOException e) {
            System.err.println("Posting to " + url + " failed: " + e.getMessage());
            return 1;
        }
    }

    private static HttpRequest request(String url, byte[] body) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(Signer.HEADER, new Signer(LocalSecrets.APP_SECRET).signature(body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }
}
