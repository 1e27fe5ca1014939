package guildhall.contract.team.adapter;

import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.contract.team.OpenOffer;
import guildhall.contract.team.Share;
import guildhall.contract.team.Share.Acceptance;
import guildhall.contract.team.Team;
import guildhall.contract.team.Teams;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.runtime.list.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Teams in PostgreSQL. */
@Repository
class JdbcTeams implements Teams {
    private final JdbcClient sql;

    JdbcTeams(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Team of(ContractId contract) {
        return new Team(
                sql.sql(
                                """
                                select * from team_share where contract_id = :contract
                                order by basis_points desc, member_type, member_id
                                """)
                        .param("contract", contract.value())
                        .query(JdbcTeams::share)
                        .list());
    }

    private static Share share(ResultSet row, int number) throws SQLException {
        var member =
                new Party(
                        PartyType.valueOf(row.getString("member_type")),
                        row.getObject("member_id", UUID.class));
        return new Share(
                member, row.getInt("basis_points"), instant(row, "offered_at"), acceptance(row));
    }

    private static @Nullable Acceptance acceptance(ResultSet row) throws SQLException {
        var by = row.getObject("accepted_by", UUID.class);
        return by == null ? null : new Acceptance(new UserId(by), instant(row, "accepted_at"));
    }

    @Override
    public void put(ContractId contract, Team team) {
        sql.sql("delete from team_share where contract_id = :contract")
                .param("contract", contract.value())
                .update();
        team.shares().forEach(share -> insert(contract, share));
    }

    @Override
    public List<OpenOffer> openTo(Party member, Place before, int rows) {
        return sql.sql(
                        """
                        select s.contract_id, c.number, c.title, c.talent_type, c.talent_id,
                            s.basis_points, s.offered_at
                        from team_share s join contract c on c.id = s.contract_id
                        where s.member_type = :type and s.member_id = :member
                          and s.accepted_by is null
                          and (s.offered_at, s.contract_id) < (:before, :before_id)
                          and c.status in ('DRAFT', 'PENDING_FUNDING', 'ACTIVE')
                          and c.cancellation_requested_at is null
                        order by s.offered_at desc, s.contract_id desc limit :rows
                        """)
                .param("type", member.type().name())
                .param("member", member.id())
                .param("before", utc(before.at()))
                .param("before_id", before.id())
                .param("rows", rows)
                .query((row, _) -> openOffer(row))
                .list();
    }

    private static OpenOffer openOffer(ResultSet row) throws SQLException {
        var talent = PartyType.valueOf(row.getString("talent_type"));
        return new OpenOffer(
                new ContractId(row.getObject("contract_id", UUID.class)),
                row.getString("number"),
                row.getString("title"),
                new Party(talent, row.getObject("talent_id", UUID.class)),
                row.getInt("basis_points"),
                instant(row, "offered_at"));
    }

    private void insert(ContractId contract, Share share) {
        var acceptance = share.acceptance();
        sql.sql(
                        """
                        insert into team_share (contract_id, member_type, member_id, basis_points,
                            offered_at, accepted_by, accepted_at)
                        values (:contract, :type, :id, :basis_points, :offered_at, :by, :at)
                        """)
                .param("contract", contract.value())
                .param("type", share.member().type().name())
                .param("id", share.member().id())
                .param("basis_points", share.basisPoints())
                .param("offered_at", utc(share.offeredAt()))
                .param("by", acceptance == null ? null : acceptance.by().value())
                .param("at", acceptance == null ? null : utc(acceptance.at()))
                .update();
    }
}
