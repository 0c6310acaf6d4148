package in.suchna.localaws.key;

import in.suchna.localaws.policy.Refusals;
import in.suchna.localaws.template.Account;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.spec.MGF1ParameterSpec;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.services.kms.model.DecryptResponse;
import software.amazon.awssdk.services.kms.model.EncryptionAlgorithmSpec;
import software.amazon.awssdk.services.kms.model.GetPublicKeyRequest;
import software.amazon.awssdk.services.kms.model.GetPublicKeyResponse;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.NotFoundException;

/** KMS with real RSA-4096 keys: it gives the public half and opens what was wrapped with it. */
public final class LocalKms implements KmsClient {
    private static final OAEPParameterSpec OAEP_SHA_256 =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private static final int MOST_OPENED = 500;

    private static final String BROKEN = "The ciphertext is invalid";

    private final Map<String, KeyPair> pairs;
    // each function unwraps for itself; here, where KMS computes beside them, that would slow them all
    private final Map<Wrapped, SdkBytes> opened = new ConcurrentHashMap<>();

    private record Wrapped(String keyId, SdkBytes bytes) {}

    /**
     * KMS with one key.
     *
     * @param keyId the id of the key
     * @param file where the key pair is, or will be once it is made
     */
    public LocalKms(String keyId, Path file) {
        this(Map.of(keyId, file));
    }

    /** @param files where each key's pair is, or will be once it is made, by the key's id */
    public LocalKms(Map<String, Path> files) {
        this.pairs = files.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, key -> SealKeyFile.at(key.getValue())));
    }

    @Override
    public GetPublicKeyResponse getPublicKey(GetPublicKeyRequest request) {
        String keyId = known(request.keyId());
        return GetPublicKeyResponse.builder()
                .keyId(arn(keyId))
                .keySpec(KeySpec.RSA_4096)
                .keyUsage(KeyUsageType.ENCRYPT_DECRYPT)
                .encryptionAlgorithms(EncryptionAlgorithmSpec.RSAES_OAEP_SHA_256)
                .publicKey(SdkBytes.fromByteArray(pair(keyId).getPublic().getEncoded()))
                .build();
    }

    @Override
    public DecryptResponse decrypt(DecryptRequest request) {
        String keyId = known(request.keyId());
        if (request.encryptionAlgorithm() != EncryptionAlgorithmSpec.RSAES_OAEP_SHA_256) {
            throw broken();
        }
        if (opened.size() > MOST_OPENED) {
            opened.clear();
        }
        return DecryptResponse.builder()
                .keyId(arn(keyId))
                .encryptionAlgorithm(EncryptionAlgorithmSpec.RSAES_OAEP_SHA_256)
                .plaintext(opened.computeIfAbsent(new Wrapped(keyId, request.ciphertextBlob()), this::open))
                .build();
    }

    private SdkBytes open(Wrapped wrapped) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(Cipher.DECRYPT_MODE, pair(wrapped.keyId()).getPrivate(), OAEP_SHA_256);
            return SdkBytes.fromByteArray(cipher.doFinal(wrapped.bytes().asByteArrayUnsafe()));
        } catch (GeneralSecurityException _) {
            throw broken();
        }
    }

    private KeyPair pair(String keyId) {
        return Objects.requireNonNull(pairs.get(keyId));
    }

    /** The id of the key that was asked for by its id or ARN. */
    private String known(String asked) {
        return pairs.keySet().stream()
                .filter(id -> id.equals(asked) || arn(id).equals(asked))
                .findFirst()
                .orElseThrow(() -> {
                    String message = "Key '" + asked + "' does not exist";
                    return NotFoundException.builder()
                            .message(message)
                            .statusCode(400)
                            .awsErrorDetails(Refusals.details("kms", "NotFoundException", message))
                            .build();
                });
    }

    private static String arn(String keyId) {
        return Account.arn("kms", "key/" + keyId);
    }

    private static InvalidCiphertextException broken() {
        return InvalidCiphertextException.builder()
                .message(BROKEN)
                .statusCode(400)
                .awsErrorDetails(Refusals.details("kms", "InvalidCiphertextException", BROKEN))
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
