package in.suchna.localaws.template;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A statement of a policy.
 *
 * @param allows whether it allows or denies
 * @param actions the actions it is about, {@code *} and {@code ?} as wildcards, in any case
 * @param resources the resources it is about, with wildcards
 * @param allOther whether {@code resources} are those it is <em>not</em> about (NotResource)
 * @param notFor the principals it is not about, by ARN (a condition ArnNotEquals aws:PrincipalArn); empty: it is for all
 */
public record Statement(
        boolean allows, List<String> actions, List<String> resources, boolean allOther, List<String> notFor) {
    public Statement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        notFor = List.copyOf(notFor);
    }

    /** Whether it says anything of a principal doing something to a resource. */
    public boolean concerns(String principalArn, String action, String resource) {
        boolean meant = actions.stream().anyMatch(pattern -> matches(pattern, action, Pattern.CASE_INSENSITIVE));
        boolean named = resources.stream().anyMatch(pattern -> matches(pattern, resource, 0));
        return meant && named != allOther && !notFor.contains(principalArn);
    }

    private static boolean matches(String wildcards, String text, int flags) {
        String regex = Pattern.quote(wildcards).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(regex, flags | Pattern.DOTALL).matcher(text).matches();
    }
}
