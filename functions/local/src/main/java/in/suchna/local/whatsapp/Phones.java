package in.suchna.local.whatsapp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** All phones: those of the invented citizens, and of the last strangers who were answered. */
public final class Phones {
    private static final int MOST_STRANGERS = 12;

    private final Map<String, Phone> known = new LinkedHashMap<>();
    private final Map<String, Phone> strangers = new LinkedHashMap<>();
    private final List<PhoneListener> listeners = new CopyOnWriteArrayList<>();

    Phones(List<Person> people) {
        people.forEach(person -> known.put(person.key(), new Phone(person)));
    }

    /** Tells what happens from now on. */
    public void onChange(PhoneListener listener) {
        listeners.add(listener);
    }

    /** Every phone, the invented citizens' first. */
    public synchronized List<Phone> all() {
        List<Phone> all = new ArrayList<>(known.values());
        all.addAll(strangers.values());
        return List.copyOf(all);
    }

    /** The phone of a key. */
    public synchronized Optional<Phone> find(String key) {
        return Optional.ofNullable(known.getOrDefault(key, strangers.get(key)));
    }

    /** The phone with a number; a stranger's is made. */
    synchronized Phone ofNumber(String digits) {
        return known.values().stream()
                .filter(phone -> phone.person().phone().equals(Optional.of(digits)))
                .findFirst()
                .orElseGet(() -> stranger(Person.ofNumber(digits)));
    }

    /** The phone of a user id; a stranger's is made. */
    synchronized Phone ofUserId(String userId) {
        return known.values().stream()
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
