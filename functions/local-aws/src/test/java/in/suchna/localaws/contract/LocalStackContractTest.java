package in.suchna.localaws.contract;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every contract on {@link LocalStackCloud}, where there is Docker; one container for all of them. */
@ExtendWith(LocalStackCondition.class)
class LocalStackContractTest {
    private static Cloud localStack;

    @BeforeAll
    static void start() {
        localStack = new LocalStackCloud();
    }

    @AfterAll
    static void stop() {
        localStack.close();
    }

    @Nested
    class Tables extends TablesContract {
        Tables() {
            super(localStack);
        }
    }

    @Nested
    class Messages extends MessagesContract {
        Messages() {
            super(localStack);
        }
    }

    @Nested
    class Receipts extends ReceiptsContract {
        Receipts() {
            super(localStack);
        }
    }

    @Nested
    class Citizens extends CitizensContract {
        Citizens() {
            super(localStack);
        }
    }

    @Nested
    class Tips extends TipsContract {
        Tips() {
            super(localStack);
        }
    }

    @Nested
    class Timeline extends TimelineContract {
        Timeline() {
            super(localStack);
        }
    }

    @Nested
    class Outbox extends OutboxContract {
        Outbox() {
            super(localStack);
        }
    }

    @Nested
    class Alerts extends AlertsContract {
        Alerts() {
            super(localStack);
        }
    }

    @Nested
    class Climbs extends ClimbsContract {
        Climbs() {
            super(localStack);
        }
    }

    @Nested
    class Roster extends RosterContract {
        Roster() {
            super(localStack);
        }
    }

    @Nested
    class Streams extends StreamContract {
        Streams() {
            super(localStack);
        }
    }

    @Nested
    class Sms extends SmsContract {
        Sms() {
            super(localStack);
        }
    }

    @Nested
    class SealKey extends SealKeyContract {
        SealKey() {
            super(localStack);
        }
    }

    @Nested
    class Secrets extends SecretsContract {
        Secrets() {
            super(localStack);
        }
    }

    @Nested
    class Evidence extends EvidenceContract {
        Evidence() {
            super(localStack);
        }
    }
}
