package in.suchna.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What WhatsApp hears.
 *
 * @param status the HTTP status
 * @param text plain text without details
 */
record Answer(int status, String text) {
    static final Answer KEPT = new Answer(200, "kept");
    static final Answer NOT_SIGNED = new Answer(401, "the signature is wrong or missing");
    static final Answer NOT_KNOWN = new Answer(403, "the verify token is wrong or missing");
    static final Answer NOT_ALLOWED = new Answer(405, "GET or POST");
    static final Answer NOT_KEPT = new Answer(500, "not kept, send it again");

    /** As API Gateway's HTTP API wants it. */
    ObjectNode forGateway() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("statusCode", status);
        ObjectNode headers = answer.putObject("headers");
        headers.put("content-type", "text/plain; charset=utf-8");
        headers.put("cache-control", "no-store");
        headers.put("x-content-type-options", "nosniff");
        if (status == NOT_ALLOWED.status) {
            headers.put("allow", "GET, POST");
        }
        answer.put("body", text);
        return answer;
    }
}
