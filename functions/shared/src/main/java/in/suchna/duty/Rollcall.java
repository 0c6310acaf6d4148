package in.suchna.duty;

import in.suchna.citizen.CitizenId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * By which keyed hashes the roster's officers are known. A user id leads to an officer only by way of a number that is in the
 * roster: when the number goes, the user id is nobody's. A number has one user id, the last it was seen with.
 *
 * @param officers the roster ids of officers, by their numbers
 * @param users the user ids the numbers were seen with, by the numbers
 */
public record Rollcall(Map<CitizenId, String> officers, Map<CitizenId, CitizenId> users) {

    public static final Rollcall NOBODY = new Rollcall(Map.of(), Map.of());

    public Rollcall {
        officers = Map.copyOf(officers);
        users = Map.copyOf(users);
    }

    /** The officer with a number. */
    public Optional<String> withNumber(CitizenId number) {
        return Optional.ofNullable(officers.get(number));
    }

    /** The officer whose number was last seen with a user id. */
    public Optional<String> withUser(CitizenId user) {
        return users.entrySet().stream()
                .filter(seen -> seen.getValue().equals(user))
                .flatMap(seen -> withNumber(seen.getKey()).stream())
                .findFirst();
    }

    /** Whether an account is an officer's and not yet noted so. */
    public boolean lacks(Account account) {
        return officers.containsKey(account.number()) && !account.user().equals(users.get(account.number()));
    }

    /** The same with an account noted; one user id belongs to one number. */
    public Rollcall with(Account account) {
        Map<CitizenId, CitizenId> more = new HashMap<>(users);
        more.values().remove(account.user());
        more.put(account.number(), account.user());
        return new Rollcall(officers, more);
    }

    /** The same with other officers; user ids of numbers that are not theirs are dropped. */
    public Rollcall of(Map<CitizenId, String> others) {
        return new Rollcall(
                others,
                users.entrySet().stream()
                        .filter(seen -> others.containsKey(seen.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
