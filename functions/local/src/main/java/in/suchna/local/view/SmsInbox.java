package in.suchna.local.view;

import in.suchna.localaws.sms.Sms;
import java.util.List;

/** The SMS that officers got. */
@FunctionalInterface
public interface SmsInbox {
    /** All of them, the oldest first. */
    List<Sms> all();
}
