package vn.cchc.reporting.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.messaging.PersistenceFailure;

/** The files to import, in pieces in the database, where every replica and the next start find them. */
@ApplicationScoped
class Uploads {

    private static final int CHUNK = 256 * 1024;

    private final DataSource database;

    Uploads(DataSource database) {
        this.database = database;
    }

    /** Each piece is a transaction of its own: no connection waits for a slow sender. */
    Upload store(InputStream file) throws IOException {
        UUID id = UUID.randomUUID();
        MessageDigest hash = sha256();
        long size = 0;
        try {
            byte[] chunk = file.readNBytes(CHUNK);
            for (int place = 0; chunk.length > 0; place++) {
                hash.update(chunk);
                size += chunk.length;
                update("insert into upload_chunk (upload, place, content) values (?, ?, ?)", id, place, chunk);
                chunk = file.readNBytes(CHUNK);
            }
        } catch (IOException | RuntimeException e) {
            remove(id);
            throw e;
        }
        return new Upload(id, HexFormat.of().formatHex(hash.digest()), size);
    }

    /** Copies the pieces into a file, because a workbook is not read from its start to its end. */
    void copy(UUID upload, Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            int place = 0;
            for (byte[] chunk = chunk(upload, place); chunk != null; chunk = chunk(upload, place)) {
                out.write(chunk);
                place++;
            }
        }
    }

    private byte[] chunk(UUID upload, int place) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection
                        .prepareStatement("select content from upload_chunk where upload = ? and place = ?")) {
            select.setObject(1, upload);
            select.setInt(2, place);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getBytes(1) : null;
            }
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
    }

    void remove(UUID upload) {
        update("delete from upload_chunk where upload = ?", upload);
    }

    /** Those whose sender has left, and those of jobs that ended. */
    void removeUnused() {
        update("""
                delete from upload_chunk chunk where received_at < now() - interval '1 hour' and not exists (
                select 1 from figure_import job where job.upload = chunk.upload and job.state in ('QUEUED', 'RUNNING'))""");
    }

    private void update(String sql, Object... parameters) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
