package in.suchna.lookout;

import in.suchna.localaws.policy.Call;
import in.suchna.localaws.policy.Witness;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Looks at all that any function tells AWS in any test, down to the last attribute. */
public final class CallWatch implements Witness {
    /** An officer's phone, as SNS needs it and as the roster keeps it. */
    private static final Set<String> OFFICERS = Set.of("PhoneNumber", "Item.number");

    private static final Map<String, Place> PLACES =
            Map.of("dynamodb", Place.TABLE, "s3", Place.OBJECT, "sqs", Place.QUEUE, "sns", Place.SMS);

    @Override
    public void sees(Call call) {
        String service = call.operation().substring(0, call.operation().indexOf(':'));
        Place place = PLACES.getOrDefault(service, Place.CALL);
        look(place, call.function() + " " + call.operation(), "", call.request());
    }

    private static void look(Place place, String at, String path, @Nullable Object value) {
        if (OFFICERS.contains(path)) {
            return;
        }
        switch (value) {
            case null -> {}
            case SdkPojo pojo -> {
                for (SdkField<?> field : pojo.sdkFields()) {
                    look(place, at, joined(path, field.memberName()), field.getValueOrDefault(pojo));
                }
            }
            case Map<?, ?> map ->
                map.forEach((key, one) -> {
                    Lookout.look(place, at, String.valueOf(key));
                    look(place, at, joined(path, String.valueOf(key)), one);
                });
            case List<?> list -> list.forEach(one -> look(place, at, path, one));
            case SdkBytes bytes -> Lookout.look(place, at + " " + path, latin(bytes));
            default -> Lookout.look(place, at + " " + path, value.toString());
        }
    }

    /** The kind of a DynamoDB value, such as S, says nothing. */
    private static String joined(String path, String name) {
        if (name.length() == 1) {
            return path;
        }
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String latin(SdkBytes bytes) {
        return new String(bytes.asByteArrayUnsafe(), StandardCharsets.ISO_8859_1);
    }
}
