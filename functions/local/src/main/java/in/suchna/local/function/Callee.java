package in.suchna.local.function;

/** Something that is called with an event and answers. */
@FunctionalInterface
public interface Callee {
    /**
     * Calls and waits.
     *
     * @throws FunctionFailed if it throws or takes longer than its timeout
     * @throws InterruptedException if the waiting thread is asked to stop
     */
    byte[] call(byte[] event) throws InterruptedException;
}
