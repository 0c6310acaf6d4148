package in.suchna.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** A DynamoDB that answers a request it has heard before from memory, to tell a table's time from a widget's own. */
final class Remembering implements InvocationHandler {
    private final DynamoDbClient dynamo;
    private final Map<SdkRequest, Object> answers = new ConcurrentHashMap<>();

    Remembering(DynamoDbClient dynamo) {
        this.dynamo = dynamo;
    }

    DynamoDbClient client() {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, this);
    }

    void forget() {
        answers.clear();
    }

    /** Asks DynamoDB again all that was asked, one after another and without anything around it. */
    void askAgain() {
        List.copyOf(answers.keySet()).forEach(this::ask);
    }

    private Object ask(SdkRequest request) {
        return switch (request) {
            case GetItemRequest get -> dynamo.getItem(get);
            case BatchGetItemRequest get -> dynamo.batchGetItem(get);
            case QueryRequest query -> dynamo.query(query);
            case ScanRequest scan -> dynamo.scan(scan);
            default -> throw new IllegalStateException("A widget that is only shown does not ask for " + request);
        };
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        Object[] given = arguments == null ? new Object[0] : arguments;
        boolean paged = method.getName().endsWith("Paginator");
        if (given.length == 1 && given[0] instanceof SdkRequest request && !paged) {
            return answers.computeIfAbsent(request, this::ask);
        }
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, given);
        }
        try {
            return method.invoke(dynamo, given);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
