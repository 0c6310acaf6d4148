package in.suchna.localaws.template;

/** template.yaml says something that can't be understood, or leaves something out. */
public final class TemplateBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TemplateBroken(String message) {
        super(message);
    }

    TemplateBroken(String message, Throwable cause) {
        super(message, cause);
    }
}
