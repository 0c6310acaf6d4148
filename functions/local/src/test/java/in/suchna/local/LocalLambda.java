package in.suchna.local;

import in.suchna.local.function.FunctionFailed;
import in.suchna.local.function.LocalFunction;
import in.suchna.localaws.template.Account;
import in.suchna.localaws.template.Event.StreamMapping;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.Filter;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsRequest;
import software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsResponse;

/** Lambda's own interface before a stack's functions, for who calls them from outside. */
record LocalLambda(Stack stack) implements LambdaClient {

    private LocalFunction named(String arn) {
        return stack.functions().values().stream()
                .filter(function -> arn.equals(
                        Account.arn("lambda", "function:" + function.declared().name() + ":live")))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public InvokeResponse invoke(InvokeRequest request) {
        try {
            byte[] answer = named(request.functionName()).call(request.payload().asByteArray());
            return InvokeResponse.builder()
                    .statusCode(200)
                    .payload(SdkBytes.fromByteArray(answer))
                    .build();
        } catch (FunctionFailed _) {
            return InvokeResponse.builder()
                    .statusCode(200)
                    .functionError("Unhandled")
                    .build();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ListEventSourceMappingsResponse listEventSourceMappings(ListEventSourceMappingsRequest request) {
        List<EventSourceMappingConfiguration> mappings = named(request.functionName())
                .declared()
                .events(StreamMapping.class)
                .filter(mapping ->
                        request.eventSourceArn().contains("table/" + stack.aws().table(mapping.table()) + "/stream/"))
                .map(LocalLambda::configuration)
                .toList();
        return ListEventSourceMappingsResponse.builder()
                .eventSourceMappings(mappings)
                .build();
    }

    private static EventSourceMappingConfiguration configuration(StreamMapping mapping) {
        List<Filter> filters = mapping.patterns().stream()
                .map(pattern -> Filter.builder().pattern(pattern).build())
                .toList();
        return EventSourceMappingConfiguration.builder()
                .filterCriteria(criteria -> criteria.filters(filters))
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
