package in.suchna.local.whatsapp;

import in.suchna.duty.Officer;
import java.util.Optional;

/**
 * Who holds a simulated phone, and what WhatsApp tells a business of them.
 *
 * @param key names the phone on this machine
 * @param name the profile's name
 * @param phone the {@code wa_id}, digits without {@code +}; empty for who shows a username only
 * @param userId the business-scoped user id; empty for a sender of the old style
 * @param username the username, with {@code @}
 */
public record Person(
        String key, String name, Optional<String> phone, Optional<String> userId, Optional<String> username) {

    /** @throws IllegalArgumentException if WhatsApp could not tell who it is */
    public Person {
        if (phone.isEmpty() && userId.isEmpty()) {
            throw new IllegalArgumentException("A person has a phone, a user id or both: " + key);
        }
    }

    /** An officer of the roster, who has a user id as everybody has by now. */
    static Person ofOfficer(Officer officer) {
        String digits = officer.number().replace("+", "");
        return new Person(
                officer.id(),
                officer.name(),
                Optional.of(digits),
                Optional.of("IN.8" + digits + "00"),
                Optional.empty());
    }

    /** Someone known by number alone: who was written to, or posted a body, without a phone on this page. */
    static Person ofNumber(String digits) {
        return new Person(digits, "+" + digits, Optional.of(digits), Optional.empty(), Optional.empty());
    }

    /** Someone known by user id alone. */
    static Person ofUserId(String userId) {
        return new Person(userId, userId, Optional.empty(), Optional.of(userId), Optional.empty());
    }

    /** What a wamid holds of them. */
    String insideWamid() {
        return phone.or(() -> userId).orElseThrow();
    }
}
