package in.suchna.reveal;

import in.suchna.citizen.Citizen;
import in.suchna.disclosure.Disclosure;
import in.suchna.seal.Address;
import in.suchna.seal.Opener;
import in.suchna.seal.Purpose;
import in.suchna.seal.Sealed;
import in.suchna.store.Citizens;
import in.suchna.store.Disclosures;
import in.suchna.store.Tips;
import in.suchna.tip.Tip;
import in.suchna.widget.call.Action;
import in.suchna.widget.call.Call;
import in.suchna.widget.call.View;
import in.suchna.widget.html.Element;
import in.suchna.widget.html.Markup;
import in.suchna.widget.words.Phrases;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The approvers' widget: what waits, and yes or no to each. The address goes into the requester's box and is not shown here. */
final class Approving implements View {
    static final String NAME = "reveal-approve";
    private static final int MOST = 20;

    private final Tips tips;
    private final Citizens citizens;
    private final Disclosures disclosures;
    private final Ledger ledger;
    private final Opener opener;
    private final SecureRandom random;

    Approving(
            Tips tips, Citizens citizens, Disclosures disclosures, Ledger ledger, Opener opener, SecureRandom random) {
        this.tips = tips;
        this.citizens = citizens;
        this.disclosures = disclosures;
        this.ledger = ledger;
        this.opener = opener;
        this.random = random;
    }

    @Override
    public Markup show(Call call, Phrases phrases) {
        List<Markup> parts = new ArrayList<>();
        call.param("do").ifPresent(what -> parts.add(decide(what, call, phrases)));
        parts.add(Element.of("p", "hint", phrases.of("approve.hint")));
        List<Disclosure> pending = disclosures.pending(call.now(), MOST);
        if (pending.isEmpty()) {
            parts.add(Element.of("p", "empty", phrases.of("approve.none")));
        }
        pending.forEach(asked -> parts.add(card(asked, call, phrases)));
        return Markup.several(parts);
    }

    private static Markup card(Disclosure asked, Call call, Phrases phrases) {
        Element facts = Element.of("dl", "facts");
        fact(facts, phrases.of("approve.tip"), asked.reference().text());
        fact(facts, phrases.of("ask.who"), asked.who());
        fact(facts, phrases.of(asked.cause()), asked.authority());
        fact(facts, phrases.of("approve.since"), phrases.since(asked.requestedAt(), call.now()));
        fact(facts, phrases.of("show.id"), asked.id());
        Action decide = Action.again(call, NAME).with("id", asked.id());
        return Element.of("section", "card", facts)
                .add(Element.of(
                        "div",
                        "buttons",
                        decide.with("do", "approve")
                                .asking(phrases.of("sure.approve", asked.reference(), asked.who()))
                                .mainButton(phrases.of("approve.yes")),
                        decide.with("do", "refuse")
                                .asking(phrases.of("sure.refuse", asked.reference()))
                                .button(phrases.of("approve.no"))));
    }

    private static void fact(Element list, String name, String value) {
        list.add(Element.of("dt", "name", name)).add(Element.of("dd", "value", value));
    }

    private Markup decide(String what, Call call, Phrases phrases) {
        Optional<Disclosure> found = call.param("id").flatMap(disclosures::find);
        if (found.isEmpty()) {
            ledger.refused("no-such-request", call);
            return said(false, phrases.of("refused.no-request"));
        }
        Disclosure asked = found.get();
        if (!asked.waitsAt(call.now())) {
            ledger.refused("decided-at-" + asked.stage().label(), asked.reference(), call);
            return said(false, phrases.of("refused.decided"));
        }
        return switch (what) {
            case "approve" -> approve(asked, call, phrases);
            case "refuse" -> refuse(asked, call, phrases);
            default -> said(false, phrases.of("refused.decided"));
        };
    }

    private Markup refuse(Disclosure asked, Call call, Phrases phrases) {
        boolean done = ledger.step("refused", disclosures.refuse(asked), asked, call);
        return said(done, phrases.of(done ? "approve.refused" : "refused.decided"));
    }

    private Markup approve(Disclosure asked, Call call, Phrases phrases) {
        Optional<Sealed> sealed = tips.find(asked.reference())
                .map(Tip::citizen)
                .flatMap(citizens::find)
                .flatMap(Citizen::address);
        if (sealed.isEmpty()) {
            ledger.refused("forgotten", asked.reference(), call);
            return said(false, phrases.of("refused.forgotten"));
        }
        Address address = Address.of(opener.open(Purpose.ADDRESS, sealed.get()));
        String content =
                address.phone().map(phone -> "+" + phone).or(address::userId).orElse("?");
        byte[] box = Box.close(asked.key(), Asking.aboutOf(asked), content.getBytes(StandardCharsets.UTF_8), random);
        boolean done = ledger.step("approved", disclosures.approve(asked, box, call.now()), asked, call);
        return said(done, phrases.of(done ? "approve.done" : "refused.decided"));
    }

    private static Markup said(boolean done, String words) {
        return Element.of("p", done ? "done" : "warning", words).with("role", "status");
    }
}
