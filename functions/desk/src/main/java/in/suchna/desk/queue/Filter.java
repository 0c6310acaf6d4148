package in.suchna.desk.queue;

import in.suchna.store.Queue.Mark;
import in.suchna.store.Queue.Wanted;
import in.suchna.tip.Category;
import in.suchna.tip.Reference;
import in.suchna.tip.Status;
import in.suchna.tip.Thana;
import in.suchna.widget.call.Action;
import in.suchna.widget.call.Call;
import java.util.Arrays;
import java.util.Optional;

/**
 * What of the queue is shown, as the actions carry it from call to call. What can't be understood is left out.
 *
 * @param wanted which tips
 * @param from where the page begins
 */
record Filter(Wanted wanted, Optional<Mark> from) {
    static final String THANA = "thana";
    static final String CATEGORY = "category";
    static final String STATUS = "status";
    static final String ASSIGNEE = "assignee";
    private static final String FROM = "from";
    private static final String PLACE = "place";
    private static final String PLACE_SHAPE = "[01][0-3]#[0-9]{13}";

    static Filter of(Call call) {
        Wanted wanted = new Wanted(
                call.choice(THANA)
                        .filter(name -> name.length() <= Thana.LONGEST_NAME)
                        .map(Thana::new),
                call.choice(CATEGORY).flatMap(name -> named(Category.values(), name)),
                call.choice(STATUS).flatMap(name -> named(Status.values(), name)),
                call.choice(ASSIGNEE));
        Optional<Mark> from = call.param(FROM)
                .flatMap(Reference::read)
                .flatMap(reference -> call.param(PLACE)
                        .filter(place -> place.matches(PLACE_SHAPE))
                        .map(place -> new Mark(reference, place)));
        return new Filter(wanted, from);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }

    /** An action that keeps the filter. */
    Action carriedBy(Action action) {
        return action.with(THANA, wanted.thana().map(Thana::name))
                .with(CATEGORY, wanted.category().map(Category::name))
                .with(STATUS, wanted.status().map(Status::name))
                .with(ASSIGNEE, wanted.assignee());
    }

    /** An action that goes on where a page ended. */
    Action goingOn(Action action, Mark mark) {
        return carriedBy(action).with(FROM, mark.reference().text()).with(PLACE, mark.place());
    }
}
