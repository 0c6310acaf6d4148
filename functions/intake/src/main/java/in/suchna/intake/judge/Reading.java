package in.suchna.intake.judge;

import java.util.List;
import java.util.Optional;

/**
 * What the judge understood of a text before it judged.
 *
 * @param told its words
 * @param signs the concepts and grammar in it
 * @param rules the rules that fire
 * @param places the places named
 * @param vehicle the registration number named, normalised
 * @param when the time that its words speak of
 * @param alarming whether it names a danger or says that something goes on now (the group {@code @alarming} of rules.txt)
 */
record Reading(
        Told told,
        Signs signs,
        List<Rule> rules,
        List<Gazetteer.Seen> places,
        Optional<String> vehicle,
        When when,
        boolean alarming) {

    Reading {
        rules = List.copyOf(rules);
        places = List.copyOf(places);
    }
}
