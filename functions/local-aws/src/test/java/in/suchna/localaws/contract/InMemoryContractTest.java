package in.suchna.localaws.contract;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Every contract on {@link InMemoryCloud}; one for all of them, for it takes seconds to start. */
class InMemoryContractTest {
    private static Cloud inMemory;

    @BeforeAll
    static void start() {
        inMemory = new InMemoryCloud();
    }

    @AfterAll
    static void stop() {
        inMemory.close();
    }

    @Nested
    class Tables extends TablesContract {
        Tables() {
            super(inMemory);
        }
    }

    @Nested
    class Messages extends MessagesContract {
        Messages() {
            super(inMemory);
        }
    }

    @Nested
    class Receipts extends ReceiptsContract {
        Receipts() {
            super(inMemory);
        }
    }

    @Nested
    class Citizens extends CitizensContract {
        Citizens() {
            super(inMemory);
        }
    }

    @Nested
    class Tips extends TipsContract {
        Tips() {
            super(inMemory);
        }
    }

    @Nested
    class Timeline extends TimelineContract {
        Timeline() {
            super(inMemory);
        }
    }

    @Nested
    class Outbox extends OutboxContract {
        Outbox() {
            super(inMemory);
        }
    }

    @Nested
    class Alerts extends AlertsContract {
        Alerts() {
            super(inMemory);
        }
    }

    @Nested
    class Climbs extends ClimbsContract {
        Climbs() {
            super(inMemory);
        }
    }

    @Nested
    class Roster extends RosterContract {
        Roster() {
            super(inMemory);
        }
    }

    @Nested
    class Streams extends StreamContract {
        Streams() {
            super(inMemory);
        }
    }

    @Nested
    class Sms extends SmsContract {
        Sms() {
            super(inMemory);
        }
    }

    @Nested
    class SealKey extends SealKeyContract {
        SealKey() {
            super(inMemory);
        }
    }

    @Nested
    class Secrets extends SecretsContract {
        Secrets() {
            super(inMemory);
        }
    }

    @Nested
    class Evidence extends EvidenceContract {
        Evidence() {
            super(inMemory);
        }
    }
}
