package in.suchna.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A room knows its table and its neighbour's table, never its neighbour. */
class HouseRulesTest {
    private static final List<String> ROOMS =
            List.of("webhook", "intake", "reply", "alert", "acknowledge", "evidence", "notary", "desk", "reveal");
    private static JavaClasses house = new ClassFileImporter().importPackages();

    @BeforeAll
    static void readTheHouse() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("in.suchna");
    }

    @Test
    void allRoomsAreThere() {
        for (String room : ROOMS) {
            assertThat(house.stream().filter(c -> c.getPackageName().startsWith("in.suchna." + room)))
                    .as(room)
                    .isNotEmpty();
        }
    }

    @Test
    void noFunctionKnowsAnother() {
        for (String room : ROOMS) {
            String[] others = ROOMS.stream()
                    .filter(other -> !other.equals(room))
                    .map(other -> "in.suchna." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("in.suchna." + room + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAnyPackage("in.suchna.local..", "in.suchna.localaws..")
                    .check(house);
        }
    }

    @Test
    void whatIsSharedKnowsNoFunction() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "in.suchna.tip..",
                        "in.suchna.citizen..",
                        "in.suchna.message..",
                        "in.suchna.outbox..",
                        "in.suchna.duty..",
                        "in.suchna.seal..",
                        "in.suchna.store..",
                        "in.suchna.surroundings..",
                        "in.suchna.stream..",
                        "in.suchna.widget..",
                        "in.suchna.disclosure..",
                        "in.suchna.journal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "in.suchna.webhook..",
                        "in.suchna.intake..",
                        "in.suchna.reply..",
                        "in.suchna.alert..",
                        "in.suchna.acknowledge..",
                        "in.suchna.evidence..",
                        "in.suchna.notary..",
                        "in.suchna.desk..",
                        "in.suchna.reveal..")
                .check(house);
    }

    @Test
    void noAwsTypeEntersTheConversationOrTheJudge() {
        noClasses()
                .that()
                .resideInAnyPackage("in.suchna.intake.conversation..", "in.suchna.intake.judge..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "com.amazonaws..")
                .check(house);
    }

    @Test
    void onlyReplyAndRevealOpenWhatIsSealed() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "in.suchna.reply..", "in.suchna.reveal..", "in.suchna.seal..", "in.suchna.localaws..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("in.suchna.seal.Opener")
                .check(house);
    }

    @Test
    void namesSayWhatThingsMean() {
        classes()
                .should()
                .haveSimpleNameNotEndingWith("Util")
                .andShould()
                .haveSimpleNameNotEndingWith("Utils")
                .andShould()
                .haveSimpleNameNotEndingWith("Manager")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .andShould()
                .haveSimpleNameNotEndingWith("Impl")
                .check(house);
    }

    @Test
    void theTimeIsPassedInOutsideTheHandlersOwnConstructor() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "in.suchna.intake..",
                        "in.suchna.webhook..",
                        "in.suchna.reply..",
                        "in.suchna.alert..",
                        "in.suchna.desk..",
                        "in.suchna.reveal..")
                .and()
                .doNotImplement(RequestStreamHandler.class)
                .and()
                .areTopLevelClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(house);
    }

    @Test
    void staticStateIsConstant() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(
                        "in.suchna.webhook..",
                        "in.suchna.intake..",
                        "in.suchna.reply..",
                        "in.suchna.alert..",
                        "in.suchna.acknowledge..",
                        "in.suchna.evidence..",
                        "in.suchna.notary..",
                        "in.suchna.desk..",
                        "in.suchna.reveal..",
                        "in.suchna.store..",
                        "in.suchna.seal..")
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(house);
    }

    @Test
    void packagesGoRoundInNoCircleWithinAFunction() {
        for (String room : ROOMS) {
            slices().matching("in.suchna." + room + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    // reply and alert are each one package
                    .allowEmptyShould(true)
                    .check(house);
        }
    }

    @Test
    void nobodyReadsALibrarysMessageIntoTheLog() {
        noClasses()
                .that(new com.tngtech.archunit.base.DescribedPredicate<JavaClass>("are the journal") {
                    @Override
                    public boolean test(JavaClass javaClass) {
                        return javaClass.getPackageName().equals("in.suchna.journal");
                    }
                })
                .should()
                .callMethod(Throwable.class, "getMessage")
                .check(house);
    }
}
