package guildhall.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.testkit.Seeds;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SlugTest {
    private static final UUID ID = UUID.fromString("11111111-2222-7333-8444-555566667777");

    @Test
    void readsLikeTheNameAndGrowsDigitsOnlyWhenTaken() {
        assertThat(Slug.candidates("Élodie & Söhne, Ltd.", ID))
                .containsExactly(
                        new Slug("elodie-sohne-ltd"),
                        new Slug("elodie-sohne-ltd-7777"),
                        new Slug("elodie-sohne-ltd-8444555566667777"));
    }

    @Test
    void hasAWordForNamesInOtherScripts() {
        assertThat(Slug.candidates("漢字", ID).getFirst()).isEqualTo(new Slug("guild"));
    }

    @Test
    void isAlwaysFitForAnAddress() {
        Seeds.forAll(
                1_000,
                any ->
                        assertThat(Slug.candidates(any.text(150), any.uuid()))
                                .allMatch(slug -> slug.value().matches("[a-z0-9]+(-[a-z0-9]+)*")));
    }
}
