package in.suchna.intake.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import in.suchna.citizen.Language;
import in.suchna.tip.Category;
import in.suchna.tip.Judgement;
import in.suchna.tip.Priority;
import in.suchna.tip.Status;
import in.suchna.tip.Thana;
import in.suchna.tip.Tip;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConversationTest {
    private final Chat chat = new Chat();

    @Test
    void theFirstWordsAreATipWithItsReferenceInTheAnswer() {
        Step step = chat.says("gaon mein satta chal raha hai");
        assertThat(step.change()).isInstanceOf(TipChange.Open.class);
        assertThat(Chat.words(step)).contains(chat.onlyTip().reference().text());
        assertThat(step.language()).isEqualTo(Language.HINGLISH);
    }

    @Test
    void theFirstAnswerSaysWhoAnswersThatTheNumberIsHiddenAndThatItIsNoFir() {
        String first = Chat.words(chat.says("there is a strange car near the school"));
        assertThat(first).contains("Dhamtari Police", "hidden", "not an FIR", "112");
    }

    @Test
    void aGreetingGetsAWelcomeAndIsNoTip() {
        Step step = chat.says("नमस्ते");
        assertThat(step.change()).isInstanceOf(TipChange.None.class);
        assertThat(Chat.words(step)).contains("धमतरी पुलिस");
        assertThat(chat.tips).isEmpty();
    }

    @Test
    void aBurstOfFiveMessagesGetsOneAnswerAndTicks() {
        List<Step> steps = List.of(
                chat.says("ek aadmi"),
                chat.says("ghar ke bahar"),
                chat.says("khada hai"),
                chat.says("kaala"),
                chat.says("topi"));
        assertThat(steps.stream().filter(s -> !(s.says().getFirst() instanceof Saying.Tick)))
                .hasSize(1);
        assertThat(chat.onlyTip().parts()).isEqualTo(5);
        assertThat(chat.onlyTip().text()).contains("ek aadmi", "topi");
    }

    @Test
    void aTapOnDangerAlwaysGivesCritical() {
        chat.says("gaon mein satta chal raha hai");
        chat.taps(Speech.DANGER_YES);
        assertThat(chat.onlyTip().judgement().priority()).isEqualTo(Priority.CRITICAL);
    }

    @Test
    void aPlaceOnTheMapGivesTheTipItsThanaWheneverItComes() {
        chat.says("gaon mein satta chal raha hai");
        assertThat(chat.onlyTip().judgement().thana()).isEmpty();
        chat.does(new Incoming.Place(Chat.RUDRI, 81.55, Optional.empty()));
        assertThat(chat.onlyTip().judgement().thana()).contains(new Thana("Rudri"));
        chat.does(new Incoming.Place(0, 0, Optional.empty()));
        assertThat(chat.onlyTip().judgement().thana()).contains(new Thana("Rudri"));
    }

    @Test
    void aPlaceSentBeforeAnyWordIsATipOfThatThana() {
        chat.does(new Incoming.Place(Chat.RUDRI, 81.55, Optional.empty()));
        assertThat(chat.onlyTip().judgement().thana()).contains(new Thana("Rudri"));
        chat.says("yahan satta chal raha hai");
        assertThat(chat.onlyTip().judgement().thana()).contains(new Thana("Rudri"));
    }

    @Test
    void anAnswerToTheDesksQuestionJoinsItsTipHoweverLateInTheWeek() {
        chat.says("gaon mein satta chal raha hai");
        chat.waits(Duration.ofDays(3));
        Tip asked = chat.onlyTip();
        chat.tips.put(
                asked.reference(), asked.handled(Status.READ, asked.handling().asked(chat.now)));
        chat.waits(Duration.ofDays(6));
        chat.says("neeli gaadi thi");
        assertThat(chat.onlyTip().text()).contains("neeli gaadi");
        chat.waits(Duration.ofHours(13));
        chat.says("doosri baat, kaala kutta");
        assertThat(chat.tips).hasSize(2);
    }

    @Test
    void aQuestionNobodyAnsweredForAWeekHoldsNoTipOpen() {
        chat.says("gaon mein satta chal raha hai");
        Tip asked = chat.onlyTip();
        chat.waits(Duration.ofSeconds(1));
        chat.tips.put(
                asked.reference(), asked.handled(Status.READ, asked.handling().asked(chat.now)));
        chat.waits(Duration.ofDays(8));
        chat.says("neeli gaadi thi");
        assertThat(chat.tips).hasSize(2);
    }

    @Test
    void dangerTappedWithNoOpenTipIsACriticalTip() {
        chat.taps(Speech.DANGER_YES);
        assertThat(chat.onlyTip().judgement().priority()).isEqualTo(Priority.CRITICAL);
    }

    @Test
    void anAdditionThatIsUrgentRaisesTheTipEvenInABurst() {
        chat.says("ek aadmi khada hai");
        Step step = chat.says("uske paas chaku hai");
        assertThat(step.change())
                .isInstanceOfSatisfying(
                        TipChange.Add.class, add -> assertThat(add.rose()).isTrue());
        assertThat(Chat.words(step)).contains("112");
    }

    @Test
    void anAdditionNeverLowersThePriority() {
        chat.says("chaku chal gaya");
        chat.waits(Duration.ofMinutes(1));
        chat.says("satta bhi chalta hai");
        assertThat(chat.onlyTip().judgement().priority()).isEqualTo(Priority.CRITICAL);
    }

    @Test
    void whatTheDeskGaveAsAReasonStaysBesideWhatTheJudgeSaysOfAnAddition() {
        chat.says("satta chalta hai");
        chat.tips.replaceAll((_, tip) -> tip.judgedAnew(
                new Judgement(
                        tip.judgement().category(),
                        Priority.HIGH,
                        tip.judgement().thana(),
                        tip.judgement().vehicle(),
                        List.of("desk: truck on its way", "gambling-habit: gambling")),
                tip.updatedAt()));
        chat.waits(Duration.ofMinutes(1));
        chat.says("sharab bhi bikti hai");
        assertThat(chat.onlyTip().judgement().reasons())
                .startsWith("desk: truck on its way")
                .doesNotHaveDuplicates();
        assertThat(chat.onlyTip().judgement().reasons()).hasSizeGreaterThan(1);
    }

    @Test
    void eachQuestionIsAskedOnceAndCanBeSkipped() {
        chat.says("koi ghar ke paas ghoom raha hai");
        assertThat(chat.talk.open()).contains(Question.DANGER);
        chat.taps(Speech.DANGER_NO);
        assertThat(chat.talk.open()).contains(Question.WHERE);
        chat.waits(Duration.ofMinutes(1));
        chat.says("Arjuni ke paas");
        assertThat(chat.talk.open()).contains(Question.WHEN);
        Step last = chat.taps(Speech.WHEN + "daily");
        assertThat(chat.talk.open()).isEmpty();
        assertThat(last.says()).hasSize(1);
    }

    @Test
    void aPhotoWithoutWordsIsATipAndIsAskedForDanger() {
        chat.does(new Incoming.Media("image", Optional.empty(), false));
        assertThat(chat.onlyTip().judgement().category()).isEqualTo(Category.OTHER_PROBLEM);
        assertThat(chat.talk.open()).contains(Question.WHAT);
    }

    @Test
    void theStatusIsToldByTheWordAndByTheReference() {
        chat.says("gaon mein satta chal raha hai");
        String reference = chat.onlyTip().reference().text();
        assertThat(Chat.words(chat.says("status"))).contains(reference);
        assertThat(Chat.words(chat.says(reference))).contains(reference);
        assertThat(chat.onlyTip().parts()).isOne();
    }

    @Test
    void aReferenceOfSomebodyElsesTipTellsNothing() {
        assertThat(Chat.words(chat.says("7K3QM9" + "0"))).doesNotContain("7K3QM9");
    }

    @Test
    void theLanguageIsChangedByATapAndRemembered() {
        chat.says("नमस्ते");
        assertThat(chat.says("भाषा").says().getFirst()).isInstanceOf(Saying.Rows.class);
        chat.taps("language-en");
        assertThat(Chat.words(chat.says("मदद"))).contains("What I can do");
    }

    @Test
    void forgettingIsAskedFirstAndDoneAtTheSecondTap() {
        chat.says("gaon mein satta chal raha hai");
        assertThat(chat.says("mitao").change()).isInstanceOf(TipChange.None.class);
        assertThat(chat.taps(Speech.FORGET_YES).change()).isInstanceOf(TipChange.Forget.class);
    }

    @Test
    void anOldForgetButtonAsksAgain() {
        assertThat(chat.taps(Speech.FORGET_YES).change()).isInstanceOf(TipChange.None.class);
    }

    @Test
    void afterTwelveHoursTheNextWordsAreAnotherTip() {
        chat.says("gaon mein satta chal raha hai");
        chat.waits(Conversation.OPEN_FOR.plusSeconds(1));
        chat.says("ek gaadi khadi hai");
        assertThat(chat.tips).hasSize(2);
    }

    @Test
    void somethingUrgentOfAnotherKindAfterHalfAnHourIsAnotherTip() {
        chat.says("gaon mein satta chal raha hai");
        chat.waits(Duration.ofMinutes(31));
        chat.says("do log chaku se maar rahe hain");
        assertThat(chat.tips).hasSize(2);
    }

    @Test
    void theHelplineIsGivenOnceNotInEveryMessage() {
        assertThat(Chat.words(chat.says("mujhse OTP le liya"))).contains("1930");
        chat.waits(Duration.ofMinutes(11));
        assertThat(Chat.words(chat.says("phir se call aaya OTP ke liye"))).doesNotContain("1930");
    }

    @Test
    void whatCantBeUsedGetsAKindSentence() {
        Step step = chat.does(new Incoming.Unusable("poll"));
        assertThat(step.says()).hasSize(1);
        assertThat(step.change()).isInstanceOf(TipChange.None.class);
    }

    @Test
    void aMutedCitizenIsKeptAndJudgedButNotAnswered() {
        chat.talk = TalkJson.read(TalkJson.write(Talk.fresh()).replace("\"muted\":false", "\"muted\":true"));
        Step step = chat.says("chaku chal gaya");
        assertThat(step.says()).isEmpty();
        assertThat(chat.onlyTip().judgement().priority()).isEqualTo(Priority.CRITICAL);
    }

    @Test
    void aNewMatterIsAnotherTipWhenTheySaySo() {
        chat.says("gaon mein satta chal raha hai");
        chat.says("naya");
        chat.says("ek gaadi khadi hai");
        assertThat(chat.tips).hasSize(2);
    }

    @Test
    void aHabitToldFirstDoesNotQuietACryForHelp() {
        chat.says("roz ka satta hai");
        chat.waits(Duration.ofMinutes(1));
        chat.says("ab chaku chal gaya");
        assertThat(chat.onlyTip().judgement().priority()).isEqualTo(Priority.CRITICAL);
        assertThat(chat.onlyTip().judgement().category()).isEqualTo(Category.VIOLENCE);
    }

    @Test
    void anAdditionThatNamesNoStationLeavesTheTipWhereTheLastWordsPutIt() {
        chat.says("kurud mein chaku chal gaya");
        chat.says("nahi, nagri mein");
        assertThat(chat.onlyTip().judgement().thana()).contains(new Thana("Nagri"));
        chat.says("jaldi aao");
        assertThat(chat.onlyTip().judgement().thana()).contains(new Thana("Nagri"));
    }

    @Test
    void aPlaceOnTheMapIsNotOverruledByAStationNamedBefore() {
        chat.says("kurud mein chaku chal gaya");
        chat.does(new Incoming.Place(Chat.RUDRI, 81.5, Optional.empty()));
        chat.says("jaldi aao");
        assertThat(chat.onlyTip().judgement().thana()).contains(new Thana("Rudri"));
    }
}
