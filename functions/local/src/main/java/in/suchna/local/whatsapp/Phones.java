package in.suchna.local.whatsapp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All phones: those of the invented citizens, of the roster's officers, and of the last strangers who were answered. */
public final class Phones {
    private static final int MOST_STRANGERS = 12;

    private final Map<String, Phone> known = new LinkedHashMap<>();
    private final Map<String, Phone> officers = new LinkedHashMap<>();
    private final Map<String, Phone> strangers = new LinkedHashMap<>();
    private final List<PhoneListener> listeners = new CopyOnWriteArrayList<>();

    Phones(List<Person> people) {
        people.forEach(person -> known.put(person.key(), new Phone(person)));
    }

    /** Tells what happens from now on. */
    public void onChange(PhoneListener listener) {
        listeners.add(listener);
    }

    synchronized void admit(Person officer) {
        officers.putIfAbsent(officer.key(), new Phone(officer));
    }

    /** Every phone, the invented citizens' first, the officers' last. */
    public synchronized List<Phone> all() {
        List<Phone> all = new ArrayList<>(known.values());
        all.addAll(strangers.values());
        all.addAll(officers.values());
        return List.copyOf(all);
    }

    /** Whether a phone is that of an officer of the roster. */
    public synchronized boolean isOfficers(Phone phone) {
        return officers.containsValue(phone);
    }

    /** The phone of a key. */
    public synchronized Optional<Phone> find(String key) {
        return Optional.ofNullable(known.getOrDefault(key, officers.getOrDefault(key, strangers.get(key))));
    }

    private Stream<Phone> lasting() {
        return Stream.concat(known.values().stream(), officers.values().stream());
    }

    /** The phone with a number; a stranger's is made. */
    synchronized Phone ofNumber(String digits) {
        return lasting()
                .filter(phone -> phone.person().phone().equals(Optional.of(digits)))
                .findFirst()
                .orElseGet(() -> stranger(Person.ofNumber(digits)));
    }

    /** The phone of a user id; a stranger's is made. */
    synchronized Phone ofUserId(String userId) {
        return lasting()
                .filter(phone -> phone.person().userId().equals(Optional.of(userId)))
                .findFirst()
                .orElseGet(() -> stranger(Person.ofUserId(userId)));
    }

    private Phone stranger(Person person) {
        Phone phone = strangers.computeIfAbsent(person.key(), _ -> new Phone(person));
        if (strangers.size() > MOST_STRANGERS) {
            strangers.remove(strangers.keySet().iterator().next());
        }
        return phone;
    }

    void add(Phone phone, Bubble bubble) {
        phone.add(bubble);
        listeners.forEach(listener -> listener.bubble(phone.person(), bubble));
    }

    /** Changes a bubble, if it is there. */
    void change(Phone phone, String wamid, UnaryOperator<Bubble> how) {
        phone.change(wamid, how)
                .ifPresent(changed -> listeners.forEach(listener -> listener.bubble(phone.person(), changed)));
    }

    void typing(Phone phone) {
        listeners.forEach(listener -> listener.typing(phone.person()));
    }

    /** The phone that sent a message. */
    Optional<Phone> senderOf(String wamid) {
        return all().stream()
                .filter(phone -> phone.chat().stream()
                        .anyMatch(bubble -> bubble.mine() && bubble.id().equals(wamid)))
                .findFirst();
    }
}
