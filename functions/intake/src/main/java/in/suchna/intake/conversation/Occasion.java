package in.suchna.intake.conversation;

import in.suchna.citizen.Language;
import in.suchna.tip.Reference;
import in.suchna.tip.Tip;
import java.time.Instant;
import java.util.Optional;

/**
 * All a step of the conversation is a function of.
 *
 * @param talk what is remembered
 * @param language the citizen's language, once known
 * @param openTip the tip that additions join: the last one, or the one they name
 * @param named the tip of this citizen that the words name, or their last one; for the status
 * @param incoming what they did
 * @param now when their message was kept
 * @param fresh a reference not yet used, should a tip be opened
 */
public record Occasion(
        Talk talk,
        Optional<Language> language,
        Optional<Tip> openTip,
        Optional<Tip> named,
        Incoming incoming,
        Instant now,
        Reference fresh) {}
