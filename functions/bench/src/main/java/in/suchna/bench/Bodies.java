package in.suchna.bench;

import in.suchna.local.whatsapp.Signer;
import in.suchna.localaws.LocalSecrets;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Webhook bodies with one text message, each of another invented citizen and with another id. */
final class Bodies {
    static final String URGENT = "बचाओ जल्दी आओ दो लोग चाकू से मार रहे हैं खून निकल रहा है";
    static final String CALM = "गांव में रोज शाम को जुआ खेलते हैं";

    private static final Signer SIGNER = new Signer(LocalSecrets.APP_SECRET);
    private static final long FIRST_NUMBER = 915_550_000_000L;

    private Bodies() {}

    static String wamid(String run, long n) {
        return "wamid." + Base64.getEncoder().encodeToString((run + number(n) + n).getBytes(StandardCharsets.UTF_8));
    }

    static String number(long n) {
        return Long.toString(FIRST_NUMBER + n);
    }

    static String text(String run, long n, String words, long epochSecond) {
        String number = number(n);
        return """
                {"object":"whatsapp_business_account","entry":[{"id":"100000000000002","changes":[{"field":"messages",\
                "value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"915555000000",\
                "phone_number_id":"100000000000001"},"contacts":[{"profile":{"name":"Invented Citizen"},"wa_id":"%s",\
                "user_id":"IN.%s77"}],"messages":[{"from":"%s","from_user_id":"IN.%s77","id":"%s","timestamp":"%d",\
                "type":"text","text":{"body":"%s"}}]}}]}]}""".formatted(number, number, number, number, wamid(run, n), epochSecond, words);
    }

    static String signature(byte[] body) {
        return SIGNER.signature(body);
    }
}
