package guildhall.contract.team.adapter;

import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.contract.team.Share;
import guildhall.contract.team.Share.Acceptance;
import guildhall.contract.team.Team;
import guildhall.contract.team.Teams;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import java.sql.ResultSet;
import java.sql.SQLException;
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
        return new Share(member, row.getInt("basis_points"), acceptance(row));
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

    private void insert(ContractId contract, Share share) {
        var acceptance = share.acceptance();
        sql.sql(
                        """
                        insert into team_share (contract_id, member_type, member_id, basis_points,
                            accepted_by, accepted_at)
                        values (:contract, :type, :id, :basis_points, :by, :at)
                        """)
                .param("contract", contract.value())
                .param("type", share.member().type().name())
                .param("id", share.member().id())
                .param("basis_points", share.basisPoints())
                .param("by", acceptance == null ? null : acceptance.by().value())
                .param("at", acceptance == null ? null : utc(acceptance.at()))
                .update();
    }
}
