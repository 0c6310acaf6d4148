package in.suchna.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.local.whatsapp.Signer;
import in.suchna.localaws.LocalSecrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Webhook bodies with text messages, each of another invented citizen and with another id. */
final class Bodies {
    static final String URGENT = "बचाओ जल्दी आओ दो लोग चाकू से मार रहे हैं खून निकल रहा है";
    static final String CALM = "गांव में रोज शाम को जुआ खेलते हैं";

    private static final Signer SIGNER = new Signer(LocalSecrets.APP_SECRET);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SENT = 1_790_000_000L;
    private static final long FIRST_NUMBER = 915_550_000_000L;

    private Bodies() {}

    static String wamid(String run, long n) {
        return "wamid." + Base64.getEncoder().encodeToString((run + number(n) + n).getBytes(StandardCharsets.UTF_8));
    }

    static String number(long n) {
        return Long.toString(FIRST_NUMBER + n);
    }

    static String text(String run, long n, String words, long epochSecond) {
        return of(List.of(change(run, n, words, epochSecond)));
    }

    /** One body of many changes. */
    static String of(List<String> changes) {
        return """
                {"object":"whatsapp_business_account","entry":[{"id":"100000000000002","changes":[%s]}]}""".formatted(String.join(",", changes));
    }

    /** What a body holds of one message. */
    static String change(String run, long n, String words, long epochSecond) {
        String number = number(n);
        return """
                {"field":"messages",\
                "value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"915555000000",\
                "phone_number_id":"100000000000001"},"contacts":[{"profile":{"name":"Invented Citizen"},"wa_id":"%s",\
                "user_id":"IN.%s77"}],"messages":[{"from":"%s","from_user_id":"IN.%s77","id":"%s","timestamp":"%d",\
                "type":"text","text":{"body":"%s"}}]}}""".formatted(number, number, number, number, wamid(run, n), epochSecond, words);
    }

    /** What API Gateway makes of a signed body. */
    static byte[] knock(String run, long n) throws IOException {
        byte[] body = text(run, n, CALM, SENT).getBytes(StandardCharsets.UTF_8);
        ObjectNode made = JSON.createObjectNode().put("version", "2.0").put("rawPath", "/whatsapp");
        made.putObject("headers").put("x-hub-signature-256", signature(body));
        made.putObject("requestContext").putObject("http").put("method", "POST").put("path", "/whatsapp");
        made.put("body", new String(body, StandardCharsets.UTF_8)).put("isBase64Encoded", false);
        return JSON.writeValueAsBytes(made);
    }

    static String signature(byte[] body) {
        return SIGNER.signature(body);
    }
}
