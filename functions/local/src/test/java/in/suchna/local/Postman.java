package in.suchna.local;

import in.suchna.localaws.LocalSecrets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Signs and posts bodies to a stack. */
record Postman(HttpClient http, String url) {

    int post(byte[] body) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(url + "/whatsapp"))
                                .header("Content-Type", "application/json")
                                .header("X-Hub-Signature-256", Signature.of(body, LocalSecrets.APP_SECRET))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
