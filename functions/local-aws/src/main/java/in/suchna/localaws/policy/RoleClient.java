package in.suchna.localaws.policy;

import in.suchna.localaws.template.Function;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;

/** A client as one function's role may use it: each call is checked, counted, and may be made to fail. */
public final class RoleClient implements InvocationHandler {
    private static final Map<String, String> SERVICES = Map.of(
            "DynamoDbClient", "dynamodb",
            "SnsClient", "sns",
            "KmsClient", "kms",
            "SsmClient", "ssm",
            "SqsClient", "sqs",
            "S3Client", "s3");
    private static final Set<Class<?>> BODIES = Set.of(RequestBody.class, ResponseTransformer.class);

    private final Function function;
    private final SdkClient client;
    private final String service;
    private final CallLog log;
    // a policy can't change while this runs, and reading it anew took longer than the call it allows
    private final Map<Call.Access, Boolean> allowed = new ConcurrentHashMap<>();

    private RoleClient(Function function, SdkClient client, String service, CallLog log) {
        this.function = function;
        this.client = client;
        this.service = service;
        this.log = log;
    }

    /**
     * Wraps a client.
     *
     * @param type the SDK's interface, such as {@code DynamoDbClient.class}
     */
    public static <C extends SdkClient> C of(Function function, Class<C> type, C client, CallLog log) {
        String service = Objects.requireNonNull(
                SERVICES.get(type.getSimpleName()), () -> type.getSimpleName() + " is not known here yet");
        RoleClient handler = new RoleClient(function, client, service, log);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        Object[] given = arguments == null ? new Object[0] : arguments;
        if (given.length > 0 && given[0] instanceof SdkRequest request && isOperation(method)) {
            return checked(method, given, request);
        }
        if (method.isDefault()) {
            // consumers, paginators and the like come back to this proxy with a request
            return InvocationHandler.invokeDefault(proxy, method, given);
        }
        return switch (method.getName()) {
            case "toString" -> service + " as " + function.role().name();
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> System.identityHashCode(proxy) == System.identityHashCode(given[0]);
            case "close" -> null;
            default -> call(method, given);
        };
    }

    private static boolean isOperation(Method method) {
        List<Class<?>> types = List.of(method.getParameterTypes());
        boolean plain = types.size() == 1 || (types.size() == 2 && BODIES.contains(types.get(1)));
        return plain
                && !method.getName().endsWith("Paginator")
                && !method.getName().endsWith("AsBytes");
    }

    private @Nullable Object checked(Method method, Object[] arguments, SdkRequest request) throws Throwable {
        String name = method.getName();
        String operation = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        Call call = new Call(
                function.logicalId(), service + ":" + operation, Accesses.of(service, operation, request), request);
        log.count(call);
        for (Call.Access access : call.accesses()) {
            if (!allowed.computeIfAbsent(access, a -> function.role().allows(a.action(), a.resource()))) {
                throw Refusals.denied(function.role().arn(), access);
            }
        }
        log.fault().before(call);
        Object answer = log.isMetered() ? metered(method, arguments, call) : call(method, arguments);
        log.succeeded(call);
        log.fault().after(call);
        return answer;
    }

    private @Nullable Object metered(Method method, Object[] arguments, Call call) throws Throwable {
        Object[] asking = arguments.clone();
        asking[0] = Units.asked(call.request());
        Object answer = call(method, asking);
        if (answer != null) {
            double consumed = Units.of(answer);
            if (consumed > 0) {
                log.consumed(call, consumed);
            }
        }
        return answer;
    }

    private @Nullable Object call(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
