package guildhall.runtime.sql;

import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A side of a deal, in the columns {@code <side>_type}, {@code <side>_id} and {@code <side>_user}.
 */
public final class SqlSide {
    /**
     * @param side what the names of the columns begin with
     */
    public static Side side(ResultSet row, String side) throws SQLException {
        var type = PartyType.valueOf(row.getString(side + "_type"));
        return new Side(
                new Party(type, row.getObject(side + "_id", UUID.class)),
                new UserId(row.getObject(side + "_user", UUID.class)));
    }

    private SqlSide() {}
}
