package in.suchna.local;

import in.suchna.local.whatsapp.Signer;
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
                                .header(Signer.HEADER, new Signer(LocalSecrets.APP_SECRET).signature(body))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
