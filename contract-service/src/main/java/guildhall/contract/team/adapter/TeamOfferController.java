package guildhall.contract.team.adapter;

import guildhall.contract.team.OpenOffer;
import guildhall.contract.team.Teams;
import guildhall.messages.id.ContractId;
import guildhall.messages.party.Party;
import guildhall.runtime.list.Place;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The shares that others have offered to a talent. */
@RestController
@RequestMapping("/v1/contracts/team-offers")
@Tag(name = "Teams")
class TeamOfferController {
    private final Teams teams;

    TeamOfferController(Teams teams) {
        this.teams = teams;
    }

    /**
     * A share to accept at {@code POST /v1/contracts/{contractId}/team/acceptance}.
     *
     * @param talent who offers it
     */
    record TeamOfferView(
            ContractId contractId,
            @Schema(example = "C-2027-000001") String number,
            String title,
            Party talent,
            @Schema(description = "Hundredths of a per cent", example = "4000") int basisPoints,
            Instant offeredAt) {
        static TeamOfferView of(OpenOffer offer) {
            return new TeamOfferView(
                    offer.contract(),
                    offer.number(),
                    offer.title(),
                    offer.talent(),
                    offer.basisPoints(),
                    offer.offeredAt());
        }
    }

    @GetMapping
    @Operation(
            summary = "The shares that you are offered and have not accepted, newest first",
            description = "Only on contracts that are not over. For talents.")
    Page<TeamOfferView> mine(Paging paging, Caller caller) {
        var member = caller.requireTalent().party();
        var rows = teams.openTo(member, paging.place(), paging.rows());
        return Page.of(rows, paging.limit(), TeamOfferController::cursor).map(TeamOfferView::of);
    }

    private static String cursor(OpenOffer offer) {
        return new Place(offer.offeredAt(), offer.contract().value()).toCursor();
    }
}
