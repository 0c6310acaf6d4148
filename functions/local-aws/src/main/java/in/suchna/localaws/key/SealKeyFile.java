package in.suchna.localaws.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;

/** An RSA-4096 key pair in a file, made when it isn't there: making one takes about a second. */
final class SealKeyFile {
    private static final int BITS = 4096;

    private SealKeyFile() {}

    static KeyPair at(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey secret =
                    (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(file)));
            BigInteger modulus = secret.getModulus();
            return new KeyPair(rsa.generatePublic(new RSAPublicKeySpec(modulus, secret.getPublicExponent())), secret);
        } catch (IOException e) {
            throw new UncheckedIOException("The seal's key can't be kept in " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("There is no RSA key in " + file + "; delete the file", e);
        }
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        // moved into place whole: several test runs may start at once
        Path draft = Files.createTempFile(folder, "seal-key", ".draft");
        Files.write(draft, generator.generateKeyPair().getPrivate().getEncoded());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
