package in.suchna.lookout;

import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** Looks at what the libraries of the deployed jars would log at DEBUG, and prints nothing of it. */
public final class LibraryLog implements SLF4JServiceProvider {
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new NOPMDCAdapter();

    @Override
    public ILoggerFactory getLoggerFactory() {
        return Looked::new;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {
        // there is nothing to start
    }

    private static final class Looked extends LegacyAbstractLogger {
        private final boolean goesWithAFunction;

        Looked(String name) {
            this.name = name;
            // the local web server and DynamoDB Local stay at home
            this.goesWithAFunction = name.startsWith("software.amazon.awssdk");
        }

        @Override
        public boolean isTraceEnabled() {
            return false;
        }

        @Override
        public boolean isDebugEnabled() {
            return goesWithAFunction;
        }

        @Override
        public boolean isInfoEnabled() {
            return goesWithAFunction;
        }

        @Override
        public boolean isWarnEnabled() {
            return goesWithAFunction;
        }

        @Override
        public boolean isErrorEnabled() {
            return goesWithAFunction;
        }

        @Override
        protected @Nullable String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level,
                @Nullable Marker marker,
                String pattern,
                Object @Nullable [] arguments,
                @Nullable Throwable error) {
            String text = MessageFormatter.basicArrayFormat(pattern, arguments == null ? new Object[0] : arguments);
            Lookout.look(Place.LOG, name, error == null ? text : text + " " + error);
        }
    }
}
