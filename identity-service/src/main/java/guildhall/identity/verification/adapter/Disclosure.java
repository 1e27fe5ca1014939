package guildhall.identity.verification.adapter;

import guildhall.identity.verification.Dossier;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Documents with their numbers. */
record Disclosure(List<Disclosed> documents) {

    record Disclosed(DocumentView document, @Schema(example = "925076473") String number) {
        @Override
        public String toString() {
            return "Disclosed[" + document + "]";
        }
    }

    static Disclosure of(Dossier dossier, DocumentNumbers numbers) {
        return new Disclosure(
                dossier.submission().documents().stream()
                        .map(shown ->
                                new Disclosed(
                                        DocumentView.of(shown),
                                        numbers.open(dossier.id(), shown.number())))
                        .toList());
    }
}
