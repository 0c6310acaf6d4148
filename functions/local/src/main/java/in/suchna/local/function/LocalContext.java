package in.suchna.local.function;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import in.suchna.localaws.template.Account;
import in.suchna.localaws.template.Function;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What Lambda tells a handler about its call.
 *
 * @param function the function that is called
 * @param requestId the call's id
 * @param left how long the call may still take, by whichever clock counts
 * @param logger what the handler is given to log with
 */
public record LocalContext(Function function, String requestId, Supplier<Duration> left, Supplier<LambdaLogger> logger)
        implements Context {
    private static final int MEMORY_MB = 1024;

    @Override
    public String getAwsRequestId() {
        return requestId;
    }

    @Override
    public String getLogGroupName() {
        return "/aws/lambda/" + function.name();
    }

    @Override
    public String getLogStreamName() {
        return "local";
    }

    @Override
    public String getFunctionName() {
        return function.name();
    }

    @Override
    public String getFunctionVersion() {
        return "$LATEST";
    }

    @Override
    public String getInvokedFunctionArn() {
        return Account.arn("lambda", "function:" + function.name() + ":live");
    }

    @Override
    public @Nullable CognitoIdentity getIdentity() {
        return null;
    }

    @Override
    public @Nullable ClientContext getClientContext() {
        return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
        return Math.toIntExact(Math.max(0, left.get().toMillis()));
    }

    @Override
    public int getMemoryLimitInMB() {
        return MEMORY_MB;
    }

    @Override
    public LambdaLogger getLogger() {
        return logger.get();
    }
}
