package in.suchna.surroundings;

/** An environment variable that template.yaml has to set is absent or unusable. */
public final class SettingMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingMissing(String name, String why) {
        super("The environment variable " + name + " " + why + "; template.yaml sets it for this function");
    }
}
