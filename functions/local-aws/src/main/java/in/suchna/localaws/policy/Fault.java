package in.suchna.localaws.policy;

import software.amazon.awssdk.core.exception.SdkClientException;

/** Makes calls fail on purpose: each method throws what the function shall see, or does nothing. */
public interface Fault {

    /** No faults. */
    Fault NONE = new Fault() {};

    /** Before the call: what is thrown here has had no effect. */
    default void before(Call call) {}

    /** After the call: what is thrown here hides that it succeeded, as a lost answer does. */
    default void after(Call call) {}

    /** A lost answer or connection, as the SDK tells it. */
    static SdkClientException timeout() {
        return SdkClientException.create("Unable to execute HTTP request: Read timed out");
    }
}
