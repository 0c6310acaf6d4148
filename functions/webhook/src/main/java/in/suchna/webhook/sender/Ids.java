package in.suchna.webhook.sender;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms of ids WhatsApp gives a person, and the keys they stand under. */
public final class Ids {
    /** Keys whose values say who somebody is; none of them may stand in a clear copy. */
    public static final Set<String> KEYS = Set.of(
            "from",
            "to",
            "wa_id",
            "from_user_id",
            "from_parent_user_id",
            "to_user_id",
            "to_parent_user_id",
            "user_id",
            "parent_user_id",
            "recipient_id",
            "recipient_user_id",
            "parent_recipient_user_id",
            "recipient_parent_user_id",
            "recipient_participant_id",
            "participant_recipient_id",
            "recipient_participant_user_id",
            "participant",
            "participant_id",
            "author",
            "username",
            "profile",
            "group_id",
            "customer",
            "new_wa_id",
            "previous_wa_id",
            "previous_user_id",
            "previous_parent_user_id",
            "identity_key_hash",
            "identity",
            "ctwa_clid");

    // WhatsApp's own sample has a stray letter before the country, so one is allowed and dropped
    private static final Pattern USER_ID = Pattern.compile("u?([A-Z]{2}\\.(?:ENT\\.)?[A-Za-z0-9]{1,128})");
    private static final Pattern PHONE = Pattern.compile("\\+?([0-9]{5,20})");

    private Ids() {}

    /** A business-scoped user id, if a value is one; people's clients have put other things there. */
    public static Optional<String> userId(JsonNode value) {
        return form(USER_ID, value);
    }

    /** A phone number in digits, if a value is one; user ids have been seen in its place. */
    public static Optional<String> phone(JsonNode value) {
        return form(PHONE, value);
    }

    private static Optional<String> form(Pattern pattern, JsonNode value) {
        if (!value.isTextual() && !value.isNumber()) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(value.asText().strip());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
