package in.suchna.lookout;

import static org.junit.jupiter.api.extension.ExtensionContext.Namespace.GLOBAL;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails the test in which something was found; JUnit finds this by itself wherever this module is on the class path. */
public final class TestWatch implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        if (!isNested(context)) {
            context.getStore(GLOBAL).put(ExceptionWatch.class, new ExceptionWatch());
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        answer();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ExceptionWatch exceptions =
                isNested(context) ? null : context.getStore(GLOBAL).remove(ExceptionWatch.class, ExceptionWatch.class);
        if (exceptions != null) {
            exceptions.close();
        }
        answer();
    }

    private static boolean isNested(ExtensionContext context) {
        return context.getEnclosingTestClasses().size() > 0;
    }

    private static void answer() {
        List<Finding> findings = Lookout.takeFindings();
        if (!findings.isEmpty()) {
            throw new AssertionError("A sender could be known by what was written: "
                    + findings.stream().distinct().limit(20).toList());
        }
    }
}
