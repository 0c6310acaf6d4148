package in.suchna.localaws.contract;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/**
 * Runs a class's tests only where LocalStack can be used, and says why where not, within 4 seconds.
 *
 * <p>A condition, not an assumption in {@code @BeforeAll}: the test report leaves out a class whose {@code @BeforeAll} was
 * aborted as if it did not exist; one that a condition disables is "skipped".
 */
final class LocalStackCondition implements ExecutionCondition {

    /** Set by .ci/run: "required", or "skip: " and the reason. Unset elsewhere: then Docker is asked. */
    private static final String VARIABLE = "SUCHNA_LOCALSTACK";

    private static final String SKIP = "skip:";

    /** Testcontainers waits half a minute and more for an engine whose socket is there but never answers. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** Why LocalStack can't be used; none where it can. */
    private record Finding(Optional<String> whyNot) {
        Finding {
            // Surefire writes the reason into its XML report only
            whyNot.ifPresent(reason -> System.out.println("LocalStack's contract tests are skipped: " + reason));
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(LocalStackCondition.class))
                .computeIfAbsent(Finding.class, _ -> new Finding(whyNot()), Finding.class)
                .whyNot()
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("LocalStack can be used"));
    }

    private static Optional<String> whyNot() {
        String setting = Optional.ofNullable(System.getenv(VARIABLE)).orElse("");
        if (setting.equals("required")) {
            return Optional.empty();
        }
        return setting.startsWith(SKIP)
                ? Optional.of(setting.substring(SKIP.length()).strip())
                : askDocker();
    }

    private static Optional<String> askDocker() {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("docker-probe").start(() -> ask(answer));
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    ? Optional.empty()
                    : Optional.of("no Docker engine answers here");
        } catch (TimeoutException _) {
            return Optional.of("the Docker engine did not answer within " + PATIENCE.toSeconds() + " s");
        } catch (ExecutionException e) {
            return Optional.of("Docker could not be asked: " + e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted while asking for Docker");
        }
    }

    private static void ask(CompletableFuture<Boolean> answer) {
        try {
            answer.complete(DockerClientFactory.instance().isDockerAvailable());
        } catch (RuntimeException | LinkageError e) {
            answer.completeExceptionally(e);
        }
    }
}
