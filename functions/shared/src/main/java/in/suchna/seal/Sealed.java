package in.suchna.seal;

/**
 * Bytes only the holder of the seal's private key can read.
 *
 * <p>Layout: version (1 byte, 1), wrapped key (512 bytes, RSA-OAEP with SHA-256 and MGF1-SHA-256 to an RSA-4096 key),
 * nonce (12 bytes), AES-256-GCM ciphertext with its 16-byte tag. The purpose is authenticated, not stored.
 *
 * @param bytes the layout above
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content below; the stores pass the bytes on unchanged
public record Sealed(byte[] bytes) {

    /** The first byte of the only layout there is. */
    public static final byte VERSION = 1;

    /** Bytes of a wrapped key. */
    public static final int WRAPPED_KEY = 512;

    /** Bytes of a nonce. */
    public static final int NONCE = 12;

    /** Bytes before the ciphertext. */
    public static final int HEADER = 1 + WRAPPED_KEY + NONCE;

    /** @throws SealBroken if the bytes can't be this layout */
    public Sealed {
        if (bytes.length < HEADER + 16 || bytes[0] != VERSION) {
            throw new SealBroken("Not a sealed thing of version 1: " + bytes.length + " bytes");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed(byte[] others) && java.util.Arrays.equals(bytes, others);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Sealed[" + bytes.length + " bytes]";
    }
}
