package in.suchna.webhook.body;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The webhook fields that speak of the account and of no person, and which of their words need a person soon. */
public final class AccountFields {
    private static final Set<String> FIELDS = Set.of(
            "account_alerts",
            "account_review_update",
            "account_settings_update",
            "account_update",
            "business_capability_update",
            "business_username_update",
            "flows",
            "message_template_components_update",
            "message_template_quality_update",
            "message_template_status_update",
            "partner_solutions",
            "payment_configuration_update",
            "phone_number_name_update",
            "phone_number_quality_update",
            "security",
            "template_category_update");
    private static final Set<String> TROUBLE = Set.of(
            "ACCOUNT_VIOLATION",
            "ACCOUNT_RESTRICTION",
            "ACCOUNT_DELETED",
            "DISABLED_UPDATE",
            "DISABLED",
            "PAUSED",
            "FLAGGED",
            "DOWNGRADE");
    // worst first
    private static final List<String> SCORES = List.of("RED", "YELLOW", "GREEN");

    private AccountFields() {}

    /** Whether a field speaks of the account. */
    public static boolean holds(String field) {
        return FIELDS.contains(field);
    }

    /** Whether WhatsApp restricts or disables the account, lowers its quality, or stops a template. */
    public static boolean isTrouble(JsonNode value) {
        return TROUBLE.contains(word(value, "event"))
                || !value.path("restriction_info").isEmpty()
                || !value.path("violation_info").isEmpty()
                || !value.path("ban_info").isEmpty()
                || lowered(word(value, "previous_quality_score"), word(value, "new_quality_score"));
    }

    private static boolean lowered(String before, String after) {
        return after.equals("RED") || (SCORES.contains(after) && SCORES.indexOf(before) > SCORES.indexOf(after));
    }

    private static String word(JsonNode value, String name) {
        return value.path(name).asText("").toUpperCase(Locale.ROOT);
    }
}
