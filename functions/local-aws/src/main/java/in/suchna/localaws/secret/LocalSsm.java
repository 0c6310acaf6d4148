package in.suchna.localaws.secret;

import in.suchna.localaws.policy.Refusals;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.GetParametersRequest;
import software.amazon.awssdk.services.ssm.model.GetParametersResponse;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** Parameter Store in memory. */
public final class LocalSsm implements SsmClient {
    private static final int MOST_NAMES = 10;

    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    /** Sets or changes a secret. */
    public void put(String name, String value) {
        secrets.put(name, value);
    }

    /** Reads one as it was put. */
    public String secret(String name) {
        return Optional.ofNullable(secrets.get(name))
                .orElseThrow(() -> new IllegalArgumentException("No secret is put here as " + name));
    }

    /** Takes a secret away. */
    public void remove(String name) {
        secrets.remove(name);
    }

    @Override
    public GetParametersResponse getParameters(GetParametersRequest request) {
        if (request.names().isEmpty() || request.names().size() > MOST_NAMES) {
            throw Refusals.invalid("ssm", "Between 1 and " + MOST_NAMES + " names can be asked for at once");
        }
        Map<Boolean, List<String>> known =
                request.names().stream().collect(Collectors.partitioningBy(secrets::containsKey));
        return GetParametersResponse.builder()
                .parameters(known.getOrDefault(true, List.of()).stream()
                        .map(name -> parameter(name, request))
                        .toList())
                .invalidParameters(known.getOrDefault(false, List.of()))
                .build();
    }

    private Parameter parameter(String name, GetParametersRequest request) {
        // without decryption the real one gives ciphertext, so nobody may come to rely on plain text
        boolean opened = Boolean.TRUE.equals(request.withDecryption());
        return Parameter.builder()
                .name(name)
                .type(ParameterType.SECURE_STRING)
                .value(opened ? secrets.get(name) : "ciphertext")
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
