package guildhall.payment.groupcommit.adapter;

import guildhall.payment.groupcommit.adapter.LoadRun.Result;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * The transaction of {@code pgbench} ("TPC-B like": three updates, one read, one insert) with its
 * tables at scale 10 and prepared statements. It tells what this PostgreSQL on this machine can do,
 * so that the other figures can be read as ratios.
 */
record TpcB(String url, String user, String password) {
    private static final int SCALE = 10;
    private static final List<String> TABLES =
            List.of(
                    "create table tpcb_branch (bid int primary key, bbalance int not null)",
                    "create table tpcb_teller (tid int primary key, tbalance int not null)",
                    "create table tpcb_account (aid int primary key, abalance int not null,"
                            + " filler char(84) not null default '')",
                    "create table tpcb_history (tid int, bid int, aid int, delta int,"
                            + " mtime timestamp)",
                    "insert into tpcb_branch select n, 0 from generate_series(1, 10) n",
                    "insert into tpcb_teller select n, 0 from generate_series(1, 100) n",
                    "insert into tpcb_account select n, 0 from generate_series(1, 1000000) n");

    Result measure(int connections, int count) throws InterruptedException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var sql : TABLES) {
                statement.execute(sql);
            }
            statement.execute("vacuum analyze tpcb_account");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        var idle = new ConcurrentLinkedQueue<Session>();
        try {
            IntStream.range(0, connections).forEach(_ -> idle.add(new Session(connect())));
            LoadRun.closed(connections, numbers(count / 4), _ -> transact(idle));
            var begin = System.nanoTime();
            var millis = LoadRun.closed(connections, numbers(count), _ -> transact(idle));
            return new Result(
                    "TPC-B like (pgbench), " + connections + " connections",
                    count,
                    (System.nanoTime() - begin) / 1e9,
                    millis,
                    Result.UNKNOWN,
                    count);
        } finally {
            idle.forEach(Session::close);
        }
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private Connection connect() {
        try {
            return DriverManager.getConnection(url, user, password);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void transact(ConcurrentLinkedQueue<Session> idle) {
        var session = idle.remove();
        session.transact();
        idle.add(session);
    }

    private record Session(Connection connection) {
        void transact() {
            var random = ThreadLocalRandom.current();
            int account = random.nextInt(1, 100_000 * SCALE + 1);
            int teller = random.nextInt(1, 10 * SCALE + 1);
            int branch = random.nextInt(1, SCALE + 1);
            int delta = random.nextInt(-5_000, 5_001);
            try {
                connection.setAutoCommit(false);
                run(
                        "update tpcb_account set abalance = abalance + ? where aid = ?",
                        delta,
                        account);
                run("select abalance from tpcb_account where aid = ?", account);
                run("update tpcb_teller set tbalance = tbalance + ? where tid = ?", delta, teller);
                run("update tpcb_branch set bbalance = bbalance + ? where bid = ?", delta, branch);
                run(
                        "insert into tpcb_history values (?, ?, ?, ?, current_timestamp)",
                        teller,
                        branch,
                        account,
                        delta);
                connection.commit();
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        private void run(String sql, int... values) throws SQLException {
            try (var statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setInt(i + 1, values[i]);
                }
                statement.execute();
            }
        }

        void close() {
            try {
                connection.close();
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
