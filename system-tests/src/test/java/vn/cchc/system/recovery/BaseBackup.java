package vn.cchc.system.recovery;

import static java.nio.file.StandardOpenOption.APPEND;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * A base backup of the whole PostgreSQL cluster with its archive of write-ahead logs, made with PostgreSQL's own functions: the
 * binaries of the local stack contain no {@code pg_basebackup}.
 */
record BaseBackup(Path files, Path archive) {

    /** Belong to a running server, or come from the archive. */
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts");

    static void enableArchive(Connection superuser, Path archive) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("alter system set archive_mode = on");
            statement.execute("alter system set archive_command = 'test ! -f %1$s/%%f && cp %%p %1$s/%%f'".formatted(archive));
        }
    }

    static BaseBackup take(Connection superuser, Path data, Path files, Path archive) throws SQLException, IOException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("select pg_backup_start('drill', true)");
            copy(data, files);
            try (ResultSet row = statement.executeQuery("select labelfile from pg_backup_stop()")) {
                row.next();
                Files.writeString(files.resolve("backup_label"), row.getString(1));
            }
        }
        return new BaseBackup(files, archive);
    }

    /** Prepares a folder from which PostgreSQL recovers to a time when it starts. */
    void restore(Path data, String time) throws IOException {
        copy(files, data);
        Files.writeString(data.resolve("postgresql.auto.conf"), """
                archive_mode = off
                restore_command = 'cp %s/%%f %%p'
                recovery_target_time = '%s'
                recovery_target_action = promote
                hot_standby = off
                """.formatted(archive, time), APPEND);
        Files.createFile(data.resolve("recovery.signal"));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Path copy = Files.createDirectories(to.resolve(from.relativize(folder)));
                Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(folder));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                boolean writeAheadLog = file.getParent().getFileName().toString().equals("pg_wal");
                if (!writeAheadLog && !LEFT_OUT.contains(file.getFileName().toString())) {
                    try {
                        Files.copy(file, to.resolve(from.relativize(file)));
                    } catch (NoSuchFileException deleted) {
                        // A table that was dropped meanwhile; the write-ahead log knows.
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }
}
