package in.suchna.duty;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written into a table today is read back after any deployment. */
class TableWordsTest {

    @ParameterizedTest
    @EnumSource
    void whereAClimbStandsIsReadBackFromItsWord(ClimbState state) {
        assertThat(state.label()).matches("[a-z]+");
        assertThat(ClimbState.ofLabel(state.label())).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource
    void whereAnAlertStandsIsReadBackFromItsWord(AlertState state) {
        assertThat(state.label()).matches("[a-z]+");
        assertThat(AlertState.ofLabel(state.label())).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource
    void howAnOfficersWordCameIsReadBackFromItsWord(Channel channel) {
        assertThat(channel.label()).matches("[a-z]+");
        assertThat(Channel.ofLabel(channel.label())).isEqualTo(channel);
    }

    @ParameterizedTest
    @EnumSource
    void aPostIsNamedAsTheLaddersFileNamesIt(Post post) {
        assertThat(post.label()).matches("[a-z-]+");
        assertThat(Post.ofLabel(post.label())).isEqualTo(post);
    }
}
