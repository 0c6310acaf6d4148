package in.suchna.localaws.secret;

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
