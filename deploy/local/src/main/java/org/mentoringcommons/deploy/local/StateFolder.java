package org.mentoringcommons.deploy.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** One state folder in the hands of one launcher: a lock that ends with the process, however it ends. */
final class StateFolder implements AutoCloseable {
    private final FileChannel lock;

    private StateFolder(FileChannel lock) {
        this.lock = lock;
    }

    static StateFolder take(Path data) {
        return tryTake(data)
                .orElseThrow(() -> new LaunchFailure(
                        "A stack already runs on " + data + ". deploy/down stops it; --data starts another."));
    }

    /** Empty while another launcher, or this process, has it. */
    static Optional<StateFolder> tryTake(Path data) {
        try {
            if (!Files.exists(data)) {
                Files.createDirectories(data);
                // personal data and secrets live here
                Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
            }
            FileChannel lock = FileChannel.open(lockFile(data), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(lock)) {
                lock.close();
                return Optional.empty();
            }
            lock.truncate(0);
            lock.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            return Optional.of(new StateFolder(lock));
        } catch (IOException e) {
            throw new LaunchFailure("Cannot use the state folder " + data + ".", e);
        }
    }

    /** The launcher that has the folder now. */
    static Optional<ProcessHandle> holder(Path data) {
        try {
            String pid = Files.readString(lockFile(data)).strip();
            return pid.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(pid)).filter(launcher -> Leftovers.commandOf(launcher.pid())
                            .contains(Launcher.class.getName()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            lock.truncate(0);
            lock.close();
        } catch (IOException e) {
            throw new LaunchFailure("Cannot release the state folder.", e);
        }
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static Path lockFile(Path data) {
        return data.resolve("launcher.lock");
    }
}
