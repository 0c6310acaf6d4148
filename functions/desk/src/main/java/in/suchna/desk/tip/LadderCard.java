package in.suchna.desk.tip;

import in.suchna.duty.Acknowledgement;
import in.suchna.duty.Climb;
import in.suchna.duty.ClimbState;
import in.suchna.widget.html.Element;
import in.suchna.widget.html.Markup;
import in.suchna.widget.words.Phrases;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How far an urgent tip's ladder has been climbed, and who has acknowledged. */
record LadderCard(Optional<Climb> newest) {

    static LadderCard of(List<Climb> climbs) {
        return new LadderCard(climbs.stream().max(Comparator.comparingInt(Climb::raise)));
    }

    /** Whether officers are still being told. */
    boolean waits() {
        return newest.map(Climb::state).filter(ClimbState::stillTells).isPresent();
    }

    Markup markup(Phrases phrases) {
        if (newest.isEmpty()) {
            return Markup.nothing();
        }
        Climb climb = newest.get();
        Element card = Element.of("section", "card")
                .add(Element.of("h3", "title", phrases.of("ladder.title")))
                .add(Element.of(
                        "p",
                        waits() ? "ladder waits" : "ladder",
                        phrases.of("ladder." + climb.state().label(), climb.nextRung())));
        for (Acknowledgement word : climb.acknowledgements()) {
            card.add(Element.of(
                    "p",
                    "hint",
                    phrases.of(
                            word.onMyWay() ? "ladder.coming" : "ladder.has-it",
                            word.officerId(),
                            phrases.moment(word.at()))));
        }
        return card;
    }
}
