package guildhall.payment.invoice.adapter;

import static guildhall.runtime.sql.SqlArray.texts;
import static guildhall.runtime.sql.SqlTime.utc;
import static java.util.Objects.requireNonNull;

import guildhall.messages.party.Party;
import guildhall.payment.invoice.Letterhead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What parties are called on invoices: by their billing profile, else by what identity says. */
@Repository
class Letterheads {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final InvoiceProperties properties;

    Letterheads(JdbcClient jdbc, JsonMapper json, InvoiceProperties properties) {
        this.jdbc = jdbc;
        this.json = json;
        this.properties = properties;
    }

    Letterhead of(Party party) {
        return requireNonNull(of(Set.of(party)).get(party));
    }

    Map<Party, Letterhead> of(Set<Party> parties) {
        var heads = new HashMap<Party, Letterhead>();
        parties.forEach(party -> heads.put(party, Letterhead.named(party, placeholder(party))));
        jdbc.sql(
                        """
                        select wanted.party, coalesce(profile.name, known.name) as name,
                            coalesce(profile.address, '[]')::text as address,
                            coalesce(profile.country, '') as country,
                            coalesce(profile.tax_number, '') as tax_number
                        from unnest(:parties) as wanted (party)
                        left join billing_profile profile using (party)
                        left join party_name known using (party)
                        where profile.name is not null or known.name is not null
                        """)
                .param("parties", texts(parties))
                .query((row, _) -> head(row))
                .list()
                .forEach(head -> heads.put(head.party(), head));
        heads.computeIfPresent(Party.PLATFORM, (_, _) -> properties.platform().letterhead());
        return heads;
    }

    private Letterhead head(ResultSet row) throws SQLException {
        return new Letterhead(
                Party.of(row.getString("party")),
                row.getString("name"),
                List.of(json.readValue(row.getString("address"), String[].class)),
                row.getString("country"),
                row.getString("tax_number"));
    }

    private static String placeholder(Party party) {
        var type = party.type().name().toLowerCase(Locale.ROOT);
        return Character.toUpperCase(type.charAt(0)) + type.substring(1) + " " + party.id();
    }

    void write(Letterhead head, Instant at) {
        jdbc.sql(
                        """
                        insert into billing_profile
                            (party, name, address, country, tax_number, changed_at)
                        values (:party, :name, :address::jsonb, :country, :taxNumber, :at)
                        on conflict (party) do update set name = excluded.name,
                            address = excluded.address, country = excluded.country,
                            tax_number = excluded.tax_number, changed_at = excluded.changed_at
                        """)
                .param("party", head.party().toString())
                .param("name", head.name())
                .param("address", json.writeValueAsString(head.address()))
                .param("country", head.country())
                .param("taxNumber", head.taxNumber())
                .param("at", utc(at))
                .update();
    }

    /** Identity's events of one party come in order, but may come again. */
    void name(Party party, String name, Instant at) {
        jdbc.sql(
                        """
                        insert into party_name (party, name, named_at) values (:party, :name, :at)
                        on conflict (party) do update
                            set name = excluded.name, named_at = excluded.named_at
                            where party_name.named_at <= excluded.named_at
                        """)
                .param("party", party.toString())
                .param("name", name)
                .param("at", utc(at))
                .update();
    }
}
