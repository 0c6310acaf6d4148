package in.suchna.local.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import in.suchna.journal.Journal;
import in.suchna.localaws.LocalAws;
import in.suchna.localaws.template.Function;
import in.suchna.surroundings.Pause;
import in.suchna.surroundings.Settings;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Builds handlers from the constructor with the most parameters, filled by type: settings from the template, clients as
 * the function's role may use them.
 *
 * @param aws where the clients come from
 * @param clock the time of all functions
 * @param http how functions reach the world
 * @param log where their journals go
 * @param random makes what a function draws from
 * @param pause how functions wait
 * @param classes where their classes are
 */
public record HandlerMaker(
        LocalAws aws,
        Clock clock,
        HttpClient http,
        PrintStream log,
        Supplier<SecureRandom> random,
        Pause pause,
        ClassLoader classes) {

    /** As chance and time are. */
    public HandlerMaker(LocalAws aws, Clock clock, HttpClient http, PrintStream log) {
        this(aws, clock, http, log, SecureRandom::new, Pause.REAL, HandlerMaker.class.getClassLoader());
    }

    /** @throws FunctionUnbuildable if the class isn't there, or asks for something unknown */
    public RequestStreamHandler make(Function function) {
        try {
            Constructor<?>[] constructors =
                    classes.loadClass(function.handler()).getConstructors();
            Constructor<?> full = Arrays.stream(constructors)
                    .max(Comparator.comparingInt(Constructor::getParameterCount))
                    .orElseThrow(() -> new FunctionUnbuildable(
                            function.logicalId(), function.handler() + " has no public constructor"));
            Object[] parts = Arrays.stream(full.getParameterTypes())
                    .map(type -> part(function, type))
                    .toArray();
            return (RequestStreamHandler) full.newInstance(parts);
        } catch (InvocationTargetException e) {
            throw new FunctionUnbuildable(function.logicalId(), "its constructor failed", e.getTargetException());
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new FunctionUnbuildable(
                    function.logicalId(), "there is no RequestStreamHandler " + function.handler(), e);
        }
    }

    private Object part(Function function, Class<?> type) {
        if (type == Settings.class) {
            return new Settings(function.environment());
        }
        if (type == Clock.class) {
            return clock;
        }
        if (type == Journal.class) {
            return new Journal(log, clock, function.logicalId().toLowerCase(Locale.ROOT));
        }
        if (type == SecureRandom.class) {
            return random.get();
        }
        if (type == HttpClient.class) {
            return http;
        }
        if (type == Pause.class) {
            return pause;
        }
        if (type == S3Presigner.class) {
            return aws.presigner();
        }
        if (SdkClient.class.isAssignableFrom(type)) {
            return aws.clientOf(function.logicalId(), type.asSubclass(SdkClient.class));
        }
        throw new FunctionUnbuildable(
                function.logicalId(), "its constructor asks for a " + type.getName() + ", which nobody hands in");
    }
}
