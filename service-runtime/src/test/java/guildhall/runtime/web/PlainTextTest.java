package guildhall.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain text | plain text",
                "<b>bold</b> words | bold words",
                "<script>alert(1)</script>after | after",
                "<img src=x onerror=alert(1)>seen | seen",
                "&lt;script&gt;alert(1)&lt;/script&gt;safe | safe",
                "&amp;lt;b&amp;gt;twice escaped | twice escaped",
                "1 < 2 & 3 > 2 | 1 < 2 & 3 > 2",
                "I <3 it, it's \"good\" | I <3 it, it's \"good\"",
                "AT&T | AT&T",
                "<a href='javascript:x'>link</a> | link",
            })
    void keepsTheWordsAndDropsTheMarkup(String text, String clean) {
        assertThat(PlainText.clean(text)).isEqualTo(clean);
    }

    @Test
    void keepsLineBreaksInOneForm() {
        assertThat(PlainText.clean("one\r\ntwo\rthree\n\nfour\u2028five"))
                .isEqualTo("one\ntwo\nthree\n\nfour\nfive");
    }

    @Test
    void dropsWhatCannotBeSeen() {
        assertThat(PlainText.clean("a\u0000b\u0007c\u202Ed\uFEFFe\tf")).isEqualTo("abcde\tf");
    }

    @Test
    void writesOneCharacterOneWay() {
        assertThat(PlainText.clean("Cafe\u0301")).isEqualTo("Caf\u00e9");
    }

    @Test
    void keepsPictures() {
        assertThat(PlainText.clean("well done \uD83D\uDC4D")).isEqualTo("well done \uD83D\uDC4D");
    }

    @Test
    void makesOneLineOfATitle() {
        assertThat(PlainText.cleanLine("  A\n <i>fine</i>\t job ")).isEqualTo("A fine job");
    }

    @Test
    void keepsRequiredTextWhenWordsAreLeft() {
        assertThat(PlainText.required("/notes", " <b>one</b>\ntwo ")).isEqualTo("one\ntwo");
        assertThat(PlainText.requiredLine("/title", " <b>one</b>\ntwo ")).isEqualTo("one two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "<b></b>", "\u0000"})
    void refusesRequiredTextOfWhichNothingIsLeft(String text) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> PlainText.required("/notes", text))
                .satisfies(PlainTextTest::saysThatNotesAreBlank);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> PlainText.requiredLine("/notes", text))
                .satisfies(PlainTextTest::saysThatNotesAreBlank);
    }

    private static void saysThatNotesAreBlank(Refusal refusal) {
        var blank = InvalidInput.field("/notes", "must not be blank");
        assertThat(refusal.getBody()).isEqualTo(Refusal.invalidRequest(List.of(blank)));
    }
}
