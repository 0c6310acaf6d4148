package in.suchna.local.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import in.suchna.duty.Officer;
import in.suchna.localaws.LocalAws;
import io.javalin.config.RoutesConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * WhatsApp on one machine. Citizens act by {@link #say}; Meta's webhooks go to {@code /whatsapp} of the site, and the Graph
 * API stands under {@code /graph}, so that {@code GRAPH_URL} is the site's address with {@code /graph}.
 */
public final class WhatsApp {
    private static final List<String> NO_CONTENT = List.of("from", "from_user_id", "id", "timestamp");

    private final Clock clock;
    private final Phones phones;
    private final MediaShelf shelf;
    private final Wamid wamids;
    private final MessageWriter messages;
    private final WebhookBodies bodies;
    private final Courier courier;
    private final Switchboard switchboard;
    private final GraphApi graph;
    private final Faults faults = new Faults();

    /**
     * What it needs of its surroundings.
     *
     * @param business the police's number
     * @param appSecret the Meta app's secret, to sign webhooks
     * @param templates names of approved templates
     * @param site this machine's address, such as {@code http://localhost:3000}; asked for when it is needed
     */
    public record Account(BusinessNumber business, String appSecret, Set<String> templates, Supplier<URI> site) {
        public Account {
            templates = Set.copyOf(templates);
        }
    }

    /** WhatsApp for a stack: number, secret and template are those template.yaml gives it. */
    public static WhatsApp of(LocalAws aws, Clock clock, HttpClient http, Supplier<URI> site) {
        Map<String, String> parameters = aws.template().parameters();
        Account account = new Account(
                BusinessNumber.invented(parameters.getOrDefault("PhoneNumberId", "100000000000001")),
                aws.secret("AppSecretName"),
                Set.of(
                        parameters.getOrDefault("ReplyTemplate", "tip_update"),
                        parameters.getOrDefault("OfficerTemplate", "officer_alert"),
                        parameters.getOrDefault("OfficerDetailsTemplate", "officer_tip")),
                site);
        return new WhatsApp(account, clock, new SecureRandom(), http);
    }

    /** By this machine's timer and Meta's back-off, shortened. */
    public WhatsApp(Account account, Clock clock, RandomGenerator random, HttpClient http) {
        this(account, clock, random, http, Later.real(), Courier.USUAL_PAUSES);
    }

    /** @param pauses before each redelivery of a webhook that was not taken */
    public WhatsApp(
            Account account, Clock clock, RandomGenerator random, HttpClient http, Later later, List<Duration> pauses) {
        this.clock = clock;
        this.phones = new Phones(People.invented());
        this.shelf = new MediaShelf(clock, random, account.site());
        this.wamids = new Wamid(random);
        this.messages = new MessageWriter(account.business(), shelf);
        this.bodies = new WebhookBodies(account.business(), messages);
        Supplier<URI> webhook = () -> account.site().get().resolve("/whatsapp");
        this.courier = new Courier(http, webhook, new Signer(account.appSecret()), later, pauses);
        this.switchboard = new Switchboard(clock, phones, wamids, bodies, courier);
        SendRules rules = new SendRules(account.templates());
        this.graph = new GraphApi(account.business(), rules, switchboard, shelf, faults, random);
    }

    /** Adds the Graph API's routes. */
    public void register(RoutesConfig routes) {
        graph.register(routes);
    }

    /** The phones, to look at. */
    public Phones phones() {
        return phones;
    }

    /** Gives an officer of the roster a phone. */
    public void admit(Officer officer) {
        phones.admit(Person.ofOfficer(officer));
    }

    /** What shall go wrong. */
    public Faults faults() {
        return faults;
    }

    /** Messages that were taken and dropped because a user id stood in {@code to}. */
    public long dropped() {
        return switchboard.dropped();
    }

    /** Keeps a file a person is about to send. */
    public StoredMedia upload(byte[] bytes, String mimeType, Optional<String> filename) {
        return shelf.put(bytes, mimeType, filename);
    }

    /** The bytes of a kept file, for the phone that shows it. */
    public Optional<byte[]> file(StoredMedia media) {
        return shelf.find(media.id()).map(MediaShelf.Opened::bytes);
    }

    /** What is known of a kept file. */
    public Optional<StoredMedia> media(String id) {
        return shelf.find(id).map(MediaShelf.Opened::media);
    }

    /** Lets a person do something in the chat; the webhook hears of it. Returns the message's id. */
    public String say(Phone phone, Said said) {
        Person person = phone.person();
        String wamid = wamids.from(person);
        Instant now = clock.instant();
        show(phone, wamid, now, said);
        var _ = courier.deliver(bodies.message(person, wamid, now, said))
                .thenAccept(taken -> phones.change(
                        phone, wamid, b -> b.withTick(taken ? Bubble.Tick.DELIVERED : Bubble.Tick.FAILED)));
        return wamid;
    }

    private void show(Phone phone, String wamid, Instant now, Said said) {
        switch (said) {
            case Said.Reaction(String target, String emoji) ->
                phones.change(phone, target, b -> b.withOwnReaction(emoji));
            case Said.Edit(String target, String body) -> phones.change(phone, target, b -> b.withText(body));
            case Said.Revoke(String target) -> phones.change(phone, target, Bubble::takenBack);
            default -> {
                ObjectNode content = messages.message(phone.person(), wamid, now, said);
                phones.add(phone, Bubble.sent(wamid, now, content.without(NO_CONTENT)));
            }
        }
    }

    /** The holder looks at the chat: read receipts go out. */
    public void opened(Phone phone) {
        switchboard.opened(phone);
    }
}
