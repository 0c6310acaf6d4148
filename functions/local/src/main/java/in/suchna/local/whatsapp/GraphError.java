package in.suchna.local.whatsapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A refusal of the Graph API.
 *
 * @param status the HTTP status; Meta answers 400 to most, also to throttling
 * @param code by which one is to branch
 * @param title the code's words
 * @param details what exactly is wrong
 */
public record GraphError(int status, int code, String title, String details) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static GraphError parameter(String details) {
        return of(100, details);
    }

    static GraphError value(String details) {
        return of(131009, details);
    }

    static GraphError missing(String name) {
        return of(131008, "The required field " + name + " is missing");
    }

    static GraphError of(int code, String details) {
        return switch (code) {
            case 0, 190 -> new GraphError(401, code, "Authentication Error", details);
            case 1, 2 -> new GraphError(500, code, "Service temporarily unavailable", details);
            case 100 -> new GraphError(400, code, "(#100) Invalid parameter", details);
            case 130429 -> new GraphError(400, code, "(#130429) Rate limit hit", details);
            case 131000 -> new GraphError(500, code, "(#131000) Something went wrong", details);
            case 131008 -> new GraphError(400, code, "(#131008) Required parameter is missing", details);
            case 131009 -> new GraphError(400, code, "(#131009) Parameter value is not valid", details);
            case 131026 -> new GraphError(400, code, "Message undeliverable", details);
            case 131047 -> new GraphError(400, code, "Re-engagement message", details);
            case 131051 -> new GraphError(400, code, "(#131051) Unsupported message type", details);
            case 131056 -> new GraphError(400, code, "(#131056) Pair rate limit hit", details);
            case 132001 ->
                new GraphError(404, code, "(#132001) Template name does not exist in the translation", details);
            default -> new GraphError(400, code, "(#" + code + ") Refused", details);
        };
    }

    /** The answer's body. */
    ObjectNode body(String traceId) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode error = body.putObject("error");
        error.put("message", title).put("type", "OAuthException").put("code", code);
        error.putObject("error_data").put("messaging_product", "whatsapp").put("details", details);
        error.put("fbtrace_id", traceId);
        return body;
    }
}
