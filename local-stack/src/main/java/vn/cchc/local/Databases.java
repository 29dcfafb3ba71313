package vn.cchc.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * One database for each service with two roles: its owner, which migrates it, and the application's, which reads and
 * writes rows and can neither create nor alter a table. Existing databases and roles stay as they are.
 */
record Databases(int port, String password) {

    static final List<String> NAMES = List.of("targets", "reporting", "survey");

    private static final String WRONG_PASSWORD = "28P01";

    boolean answer() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                throw new ComponentFailure("was made with another CCHC_DATABASE_PASSWORD; give that one, or start afresh", e);
            }
            return false;
        }
    }

    void create() throws SQLException {
        for (String name : NAMES) {
            try (Connection server = connect("postgres"); Statement statement = server.createStatement()) {
                createRole(statement, name + "_owner");
                createRole(statement, name);
                if (isMissing(statement, "select 1 from pg_database where datname = '" + name + "'")) {
                    statement.execute("create database " + name + " owner " + name + "_owner");
                }
            }
            try (Connection database = connect(name); Statement statement = database.createStatement()) {
                grant(statement, name);
            }
        }
    }

    private void createRole(Statement statement, String role) throws SQLException {
        if (isMissing(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
            statement.execute("create role " + role + " login");
        }
        statement.execute("alter role " + role + " password '" + password.replace("'", "''") + "'");
    }

    private static void grant(Statement statement, String name) throws SQLException {
        statement.execute("""
                revoke connect, temporary on database %1$s from public;
                revoke create on schema public from public;
                grant connect on database %1$s to %1$s;
                grant usage on schema public to %1$s;
                alter default privileges for role %1$s_owner in schema public
                    grant select, insert, update, delete on tables to %1$s;
                alter default privileges for role %1$s_owner in schema public
                    grant usage, select on sequences to %1$s;
                """.formatted(name));
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/" + database, "postgres", password);
    }
}
