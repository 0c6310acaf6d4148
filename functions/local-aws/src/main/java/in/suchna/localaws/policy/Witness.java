package in.suchna.localaws.policy;

/** Sees each call that a function makes, before it is made; found as a service on the class path, as tests have it. */
public interface Witness {

    /** Looks at a call. */
    void sees(Call call);
}
